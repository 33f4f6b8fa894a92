'use client'

import { useQuery } from '@tanstack/react-query'
import { readScreen } from '@/components/shell/screen-query'
import { toPublicId } from '@/lib/ids'
import type { JsonView } from '@/lib/json-view'
import type { DeliveryScreen } from '@/lib/operations/delivery-screen'

export type Delivery = JsonView<DeliveryScreen>
export type Attempt = Delivery['attempts'][number]

const SOON_MS = 2_000
const SELDOM_MS = 30_000

/** A delivery, read again while something happens to it. `first` is what the server rendered, and when (Unix ms). */
export function useDelivery(first: { at: number; delivery: Delivery }) {
  const { id } = first.delivery.delivery
  return useQuery({
    queryKey: ['delivery-screen', first.at, id],
    queryFn: ({ signal }) => readScreen<Delivery>(`/deliveries/${toPublicId('dlv', id)}`, signal),
    initialData: first.delivery,
    initialDataUpdatedAt: first.at,
    staleTime: SOON_MS,
    refetchInterval: ({ state }) => (state.data ? nextLookMs(state.data, Date.now()) : false),
  })
}

/** In how many ms the delivery may look different; false where it is final. */
export function nextLookMs({ delivery }: Delivery, nowMs: number): number | false {
  const { status, resendRequested, inFlight, nextAttemptAt } = delivery
  if (resendRequested || inFlight || status === 'pending') return SOON_MS
  if (nextAttemptAt === null) return false
  const waitMs = Date.parse(nextAttemptAt) - nowMs
  return Math.min(SELDOM_MS, Math.max(SOON_MS, waitMs))
}
