'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { CatchUpChoice } from './catch-up/catch-up-choice'
import { EnableOffer } from './catch-up/enable-offer'
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
export function SwitchDialog({ endpoint: { id, name }, enables, onConfirm, ...dialog }: Props) {
  // Not kept for a page of the endpoint that is opened later.
  const { data } = useQuery({ ...overviewQuery(id), enabled: dialog.open && !enables, gcTime: 0 })
  const [catchUp, setCatchUp] = useState<CatchUpChoice | null>(null)
  const verb = enables ? 'Enable' : 'Disable'

  async function confirm(): Promise<string | undefined> {
    const problem = await onConfirm()
    if (problem !== undefined || !enables || !catchUp) return problem
    return catchUp.start()
  }

  return (
    <ConfirmDialog
      {...dialog}
      title={`${verb} endpoint “${name}”?`}
      confirmLabel={verb}
      confirmDisabled={enables && catchUp?.isValid === false}
      onConfirm={confirm}
    >
      {enables ? (
        <>
          <p>Events that happen from now on are delivered to it, and its failures so far are forgotten.</p>
          {dialog.open ? <EnableOffer endpointId={id} onChoose={setCatchUp} /> : null}
        </>
      ) : (
        <>
          <p>
            <PendingCount count={data?.pending.count} />
          </p>
          <p>
            Events that happen until you enable it again make no delivery for it. You can have them delivered
            when you enable it. Test events still work.
          </p>
        </>
      )}
    </ConfirmDialog>
  )
}
