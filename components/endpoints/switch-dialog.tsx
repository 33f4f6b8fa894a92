'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { overviewQuery } from './page/overview-query'
import { PendingCount } from './page/pending-count'

type Props = {
  endpoint: { id: string; name: string }
  /** Whether it enables the endpoint or disables it; to be kept while the dialog closes. */
  enables: boolean
  trigger?: ReactElement
  open: boolean
  onOpenChange: (open: boolean) => void
  onConfirm: () => Promise<string | undefined>
  finalFocus?: () => HTMLElement | true
}

/** What follows from enabling or disabling an endpoint, asked wherever that is done. */
export function SwitchDialog({ endpoint: { id, name }, enables, ...dialog }: Props) {
  // Not kept for a page of the endpoint that is opened later.
  const { data } = useQuery({ ...overviewQuery(id), enabled: dialog.open && !enables, gcTime: 0 })
  const verb = enables ? 'Enable' : 'Disable'
  return (
    <ConfirmDialog {...dialog} title={`${verb} endpoint “${name}”?`} confirmLabel={verb}>
      {enables ? (
        <>
          <p>Events that happen from now on are delivered to it, and its failures so far are forgotten.</p>
          <p>
            Events that happened while it was disabled are not delivered afterwards. Deliveries that were
            cancelled stay so; each can be resent from the log.
          </p>
        </>
      ) : (
        <>
          <p>
            <PendingCount count={data?.pending.count} />
          </p>
          <p>
            Events that happen until you enable it again make no delivery for it, and are not delivered
            afterwards. Test events still work.
          </p>
        </>
      )}
    </ConfirmDialog>
  )
}
