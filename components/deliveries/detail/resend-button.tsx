'use client'

import { RotateCwIcon } from 'lucide-react'
import { callAction } from '@/components/shell/call-action'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { resendDelivery } from '@/lib/actions/deliveries'
import type { Delivery } from './use-delivery'

type Props = { delivery: Delivery; onQueued: () => void }

const refusals = {
  endpoint_deleted: 'Its endpoint is deleted, so it cannot be resent.',
  endpoint_disabled: 'Its endpoint is disabled, so it cannot be resent.',
  payload_gone: 'Its event is older than the log is kept, so it cannot be resent.',
} as const

/** Sends the delivery once more, after a question; where that cannot be, the reason. */
export function ResendButton({ delivery: { delivery, resendRefusal }, onQueued }: Props) {
  const { id, eventType, endpointName, status, inFlight, resendRequested } = delivery
  const reason = resendRefusal
    ? refusals[resendRefusal]
    : inFlight
      ? 'It is being sent now.'
      : resendRequested
        ? 'A resend is queued.'
        : null

  async function confirm(): Promise<string | undefined> {
    const result = await callAction(resendDelivery({ id }))
    if (!result.ok) return result.message
    onQueued()
    return undefined
  }

  if (reason !== null) {
    return (
      <div className="flex max-w-80 flex-col items-start gap-1 sm:items-end">
        <Button disabled>
          <RotateCwIcon aria-hidden /> Resend
        </Button>
        <p className="text-faded text-sm sm:text-right">{reason}</p>
      </div>
    )
  }
  return (
    <ConfirmDialog
      trigger={
        <Button variant={status === 'delivered' ? 'secondary' : 'primary'}>
          <RotateCwIcon aria-hidden /> Resend
        </Button>
      }
      title={`Resend ${eventType} to ${endpointName}?`}
      confirmLabel="Resend"
      onConfirm={confirm}
    >
      <p>
        It is sent once more, now, with the same payload. The receiver may see the same event ID twice.
        {status === 'retrying' || status === 'pending'
          ? ' The retries that are planned stay as they are.'
          : ''}
      </p>
    </ConfirmDialog>
  )
}
