'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { eventCategories, eventTypes } from '@/lib/webhooks/event-types/catalogue'
import type { EventCategory, EventType } from '@/lib/webhooks/event-types/define-event-type'
import { withMoreTypes } from '@/lib/webhooks/event-types/group-event-types'

type EventTypes = {
  categories: readonly EventCategory[]
  types: readonly EventType[]
  /** The store from which samples say they come. */
  storeId?: string
}

const Context = createContext<EventTypes>({ categories: eventCategories, types: eventTypes })

type Props = { own: readonly EventType[]; storeId: string; children: ReactNode }

/** Gives a form the event types that can be chosen: those of the code, which a browser has, and the deployment's own. */
export function EventTypesProvider({ own, storeId, children }: Props) {
  const all = useMemo(() => {
    const categories = withMoreTypes<EventType>(eventCategories, own)
    return { categories, types: categories.flatMap(({ types }) => types), storeId }
  }, [own, storeId])
  return <Context value={all}>{children}</Context>
}

/** The event types that the form's endpoint can choose. */
export function useEventTypes(): EventTypes {
  return useContext(Context)
}
