'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { notify } from '@/components/ui/notify'
import { deleteEndpoint } from '@/lib/actions/endpoints'
import { overviewQuery } from './overview-query'
import { PendingCount } from './pending-count'

export function DeleteEndpoint({ endpoint: { id, name } }: { endpoint: { id: string; name: string } }) {
  const router = useRouter()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ ...overviewQuery(id), enabled: open })
  // Until it is known to be quiet, it is treated as one that is in use.
  const isInUse = data?.hadTraffic ?? true

  async function remove() {
    const result = await callAction(deleteEndpoint({ id }))
    if (!result.ok) return refusalText(result)
    // Lists that other screens have kept still hold it.
    client.removeQueries({ type: 'inactive' })
    router.push('/settings/webhooks')
    notify(`Endpoint “${name}” was deleted`)
    return undefined
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">Delete endpoint</Button>}
      title={`Delete endpoint “${name}”?`}
      confirmLabel="Delete"
      danger
      typeToConfirm={isInUse ? name : undefined}
      onConfirm={remove}
    >
      <p>
        This cannot be undone. Its secret and its settings are erased, and events are no longer delivered to
        it.
      </p>
      <p>
        <PendingCount count={data?.pending.count} /> Its deliveries stay in the log, and its numbers in the
        statistics.
      </p>
      {data?.hadTraffic ? <p>It had deliveries in the last 7 days.</p> : null}
    </ConfirmDialog>
  )
}
