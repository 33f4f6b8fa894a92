'use client'

import { useRef } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { formatCount } from '@/components/ui/number-format'
import { cancelResend } from '@/lib/actions/resends'
import type { JobView } from './use-job'

type Props = { job: JobView; onCancelled: () => void }

/** Ends a job that runs, once the person knows what becomes of the rest. */
export function CancelJob({ job, onCancelled }: Props) {
  const isCancelled = useRef(false)
  const noun = job.kind === 'resend' ? 'bulk resend' : 'catch-up'

  async function confirm(): Promise<string | undefined> {
    const result = await callAction(cancelResend({ id: job.id }))
    if (!result.ok) return refusalText(result)
    isCancelled.current = true
    onCancelled()
    return undefined
  }

  return (
    <ConfirmDialog
      trigger={<Button>Cancel {noun}</Button>}
      title={`Cancel this ${noun}?`}
      confirmLabel={`Cancel ${noun}`}
      cancelLabel="Keep it running"
      danger
      onConfirm={confirm}
      // The button is gone with what it could do.
      finalFocus={() => (isCancelled.current && document.querySelector<HTMLElement>('main h1')) || true}
    >
      <p>
        Nothing more is queued, and what waits is not sent:{' '}
        {formatCount(job.total - job.succeeded - job.failed)} of {formatCount(job.total)} at most. What is
        being sent at this moment ends first.
      </p>
      <p>
        {job.kind === 'resend'
          ? 'Those deliveries stay as they were. They can be resent later.'
          : 'What was not delivered can be caught up later.'}
      </p>
    </ConfirmDialog>
  )
}
