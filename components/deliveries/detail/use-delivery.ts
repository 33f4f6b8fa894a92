'use client'

import { useQuery } from '@tanstack/react-query'
import { readScreen } from '@/components/shell/screen-query'
import { toPublicId } from '@/lib/ids'
import type { JsonView } from '@/lib/json-view'
import type { DeliveryScreen } from '@/lib/operations/delivery-screen'
import { nextLookMs } from './next-look'

export type Delivery = JsonView<DeliveryScreen>
export type Attempt = Delivery['attempts'][number]

const FRESH_MS = 2_000

/** A delivery, read again while something happens to it. `first` is what the server rendered, and when (Unix ms). */
export function useDelivery(first: { at: number; delivery: Delivery }) {
  const { id } = first.delivery.delivery
  return useQuery({
    queryKey: ['delivery-screen', first.at, id],
    queryFn: ({ signal }) => readScreen<Delivery>(`/deliveries/${toPublicId('dlv', id)}`, signal),
    initialData: first.delivery,
    initialDataUpdatedAt: first.at,
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (state.data ? nextLookMs(state.data.delivery, Date.now()) : false),
  })
}
