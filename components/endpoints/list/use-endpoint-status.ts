import { useState } from 'react'
import { callAction } from '@/components/shell/call-action'
import { updateEndpoint } from '@/lib/actions/endpoints'
import type { EndpointRow } from './use-endpoint-list'

/** What came of the last change in a list: said above it. */
export type ListNotice =
  | { kind: 'enabled' | 'disabled'; id: string; name: string }
  | { kind: 'problem'; title: string; message: string; requestId: string }

/** Enables and disables the endpoints of a list, one at a time. */
export function useEndpointStatus(refresh: () => Promise<unknown>) {
  const [pendingId, setPendingId] = useState<string | null>(null)
  const [notice, setNotice] = useState<ListNotice | null>(null)

  async function change({ id }: EndpointRow, status: 'enabled' | 'disabled') {
    setPendingId(id)
    setNotice(null)
    const result = await callAction(updateEndpoint({ id, changes: { status } }))
    // Offline, this would wait for the connection.
    if (result.ok) await refresh()
    setPendingId(null)
    return result
  }

  return {
    pendingId,
    notice,
    setNotice,
    /** The notice says what came of it. */
    async enable(row: EndpointRow) {
      if (pendingId !== null) return
      const result = await change(row, 'enabled')
      setNotice(
        result.ok
          ? { kind: 'enabled', id: row.id, name: row.name }
          : {
              kind: 'problem',
              title: `“${row.name}” could not be enabled`,
              message: result.message,
              requestId: result.requestId,
            },
      )
    },
    /** What went wrong, to be said in the dialog that asked; undefined where nothing did. */
    async disable(row: EndpointRow): Promise<string | undefined> {
      const result = await change(row, 'disabled')
      if (!result.ok) return result.message
      setNotice({ kind: 'disabled', id: row.id, name: row.name })
      return undefined
    },
  }
}
