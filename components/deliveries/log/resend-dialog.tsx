'use client'

import { countReasons, type ResendPlan } from '@/components/deliveries/resend-plan'
import { callAction } from '@/components/shell/call-action'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { formatCount } from '@/components/ui/number-format'
import { type ResendReport, resendDeliveries } from '@/lib/actions/deliveries'
import type { LogRow } from './use-log'

type Props = {
  /** Null while nothing is asked. */
  plan: ResendPlan<LogRow> | null
  onClose: () => void
  onDone: (report: ResendReport, plan: ResendPlan<LogRow>) => void
}

/** Says what a resend does, and does it. */
export function ResendDialog({ plan, onClose, onDone }: Props) {
  const [first, ...more] = plan?.toSend ?? []
  if (!plan || !first) return null
  const { toSend, byEndpoint, excluded } = plan
  const isOne = more.length === 0

  async function confirm(): Promise<string | undefined> {
    const result = await callAction(resendDeliveries({ ids: toSend.map(({ id }) => id) }))
    if (!result.ok) return result.message
    if (plan) onDone(result.data, plan)
    return undefined
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={
        isOne
          ? `Resend ${first.eventType} to ${first.endpointName}?`
          : `Resend ${formatCount(toSend.length)} deliveries?`
      }
      confirmLabel={isOne ? 'Resend' : `Resend ${formatCount(toSend.length)}`}
      onConfirm={confirm}
    >
      <p>
        {isOne ? 'It is' : 'Each is'} sent once more, now, with the same payload. Receivers may see the same
        event ID twice.
      </p>
      {isOne ? null : (
        <ul className="flex flex-col gap-1 rounded-md border border-rule px-3 py-2 text-sm">
          {byEndpoint.map(({ endpointId, name, count }) => (
            <li key={endpointId} className="flex justify-between gap-4">
              <span className="min-w-0 wrap-anywhere">{name}</span>
              <span>{formatCount(count)}</span>
            </li>
          ))}
        </ul>
      )}
      {excluded.length === 0 ? null : (
        <div className="text-faded text-sm">
          <p>{excluded.length === 1 ? '1 is left out:' : `${formatCount(excluded.length)} are left out:`}</p>
          <ul className="list-disc pl-4">
            {countReasons(excluded).map(({ reason, count }) => (
              <li key={reason}>
                {reason} ({formatCount(count)})
              </li>
            ))}
          </ul>
        </div>
      )}
    </ConfirmDialog>
  )
}
