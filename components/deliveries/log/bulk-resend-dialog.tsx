'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RateField, readRate } from '@/components/deliveries/rate-field'
import { excludedReasons, planTakesText } from '@/components/deliveries/resend-words'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { formatCount } from '@/components/ui/number-format'
import { useTimeZone } from '@/components/ui/time-zone'
import { planResend, startResend } from '@/lib/actions/resends'
import { toPublicId } from '@/lib/ids'
import type { ResendPlanned } from '@/lib/operations/resend-plan'
import type { BulkAsked } from './use-bulk-resend'

type Props = { asked: BulkAsked; onClose: () => void }

/** What a bulk resend would do, as the server counts it, and its start. */
export default function BulkResendDialog({ asked, onClose }: Props) {
  const router = useRouter()
  const timeZone = useTimeZone()
  const [includesDelivered, setIncludesDelivered] = useState(false)
  const [rateText, setRateText] = useState('10')
  const rate = readRate(rateText)
  const { key, ...chosen } = asked
  const selection = { ...chosen, includeDelivered: includesDelivered }
  const {
    data: answer,
    isFetching,
    refetch,
  } = useQuery({
    queryKey: ['resend-plan', key, includesDelivered],
    queryFn: () => callAction(planResend(selection)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const plan = answer?.ok ? answer.data : undefined
  const delivered = plan?.excluded.already_delivered ?? 0

  async function start(): Promise<string | undefined> {
    const result = await callAction(startResend({ selection, rate, key }))
    if (!result.ok) return refusalText(result)
    router.push(`/deliveries/resends/${toPublicId('rs', result.data.id)}`)
    return undefined
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={plan ? `Resend ${countText(plan)}?` : 'Resend these deliveries?'}
      confirmLabel={plan ? `Resend ${formatCount(plan.total)}` : 'Resend'}
      confirmDisabled={!plan || plan.total === 0 || rate === null}
      onConfirm={start}
    >
      <p role="status" className={plan || !isFetching ? 'sr-only' : 'text-faded'}>
        {plan ? countText(plan) : isFetching ? 'Counting what would be sent…' : ''}
      </p>
      {answer && !answer.ok && !isFetching ? (
        <Banner
          tone="danger"
          role="alert"
          title="This could not be counted"
          actions={
            <Button size="sm" onClick={() => refetch()}>
              Retry
            </Button>
          }
        >
          {answer.fields[0]?.detail ?? refusalText(answer)}
        </Banner>
      ) : null}
      {plan ? <Plan plan={plan} /> : null}
      {delivered > 0 || includesDelivered ? (
        <Checkbox
          label={
            delivered > 0
              ? `Send the ${formatCount(delivered)} delivered ones too`
              : 'Send delivered ones too'
          }
          checked={includesDelivered}
          onChange={(event) => setIncludesDelivered(event.target.checked)}
        />
      ) : null}
      {plan && plan.total > 0 ? (
        <RateField
          value={rateText}
          onChange={setRateText}
          total={plan.total}
          paceText={(pace) => planTakesText(plan.byEndpoint, pace, timeZone)}
        />
      ) : null}
    </ConfirmDialog>
  )
}

function countText({ total, hasMore }: ResendPlanned): string {
  const count = formatCount(total)
  if (hasMore) return `the oldest ${count} deliveries`
  return total === 1 ? '1 delivery' : `${count} deliveries`
}

function Plan({ plan: { total, hasMore, byEndpoint, excluded } }: { plan: ResendPlanned }) {
  const reasons = excludedReasons(excluded)
  const leftOut = reasons.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      {total === 0 ? (
        <p>None of these can be sent once more.</p>
      ) : (
        <>
          <p>
            Each is sent once more with the same payload, oldest first, and retried by its endpoint’s policy.
            Receivers may see the same event ID twice.
          </p>
          <ul
            aria-label="By endpoint"
            className="flex flex-col gap-1 rounded-md border border-rule px-3 py-2 text-sm"
          >
            {byEndpoint.map(({ endpointId, endpointName, count }) => (
              <li key={endpointId} className="flex justify-between gap-4">
                <span className="min-w-0 wrap-anywhere">{endpointName}</span>
                <span>{formatCount(count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {hasMore ? (
        <p className="text-sm">
          More match than one resend takes. Start another one afterwards for the rest.
        </p>
      ) : null}
      {leftOut === 0 ? null : (
        <div className="text-faded text-sm">
          <p>{leftOut === 1 ? '1 is left out:' : `${formatCount(leftOut)} are left out:`}</p>
          <ul aria-label="Left out" className="list-disc pl-4">
            {reasons.map(({ reason, count }) => (
              <li key={reason}>
                {reason} ({formatCount(count)})
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
