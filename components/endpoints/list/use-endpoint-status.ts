import { useState } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { updateEndpoint } from '@/lib/actions/endpoints'
import type { EndpointRow } from './use-endpoint-list'

/** What came of the last action in a list: said above it. */
export type ListNotice =
  | { kind: 'enabled' | 'disabled'; id: string; name: string }
  | { kind: 'problem'; title: string; message: string }

/** Enables and disables the endpoints of a list, one at a time. */
export function useEndpointStatus(refresh: () => Promise<unknown>) {
  const [pendingId, setPendingId] = useState<string | null>(null)
  const [notice, setNotice] = useState<ListNotice | null>(null)

  return {
    pendingId,
    notice,
    setNotice,
    /** What went wrong, to be said in the dialog that asked; where nothing did, the notice says what came of it. */
    async change({ id, name }: EndpointRow, status: 'enabled' | 'disabled'): Promise<string | undefined> {
      setPendingId(id)
      setNotice(null)
      const result = await callAction(updateEndpoint({ id, changes: { status } }))
      // Offline, this would wait for the connection.
      if (result.ok) await refresh()
      setPendingId(null)
      if (!result.ok) return refusalText(result)
      setNotice({ kind: status, id, name })
      return undefined
    },
  }
}
