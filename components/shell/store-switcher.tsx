'use client'

import { StoreIcon } from 'lucide-react'
import dynamic from 'next/dynamic'
import type { Person } from './person'

// Few people have several stores: the others need not load a menu.
const StoreMenu = dynamic(() => import('./store-menu'))

/** The store one works in; where a person has several, a menu of them. */
export function StoreSwitcher({ person }: { person: Person }) {
  const { store, stores } = person
  if (stores.length > 1) return <StoreMenu person={person} />
  return (
    <p className="flex items-center gap-2.5 rounded-md border border-rule bg-surface px-3 py-2">
      <StoreIcon aria-hidden className="size-4 shrink-0 text-faded" />
      <span className="min-w-0 truncate font-medium" title={store.name}>
        {store.name}
      </span>
    </p>
  )
}
