'use client'

import { SnoozeButton } from '@/components/endpoints/snooze-button'
import { useAfterChange } from './use-after-change'

/** The snooze on the page of an endpoint. */
export function EndpointSnooze({ endpoint }: { endpoint: { id: string; name: string } }) {
  const afterChange = useAfterChange(endpoint.id)
  return <SnoozeButton endpoint={{ id: endpoint.id, name: endpoint.name }} onSnoozed={afterChange} />
}
