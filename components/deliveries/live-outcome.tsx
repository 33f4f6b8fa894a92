'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { readScreen } from '@/components/shell/screen-query'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { linkClass } from '@/components/ui/link-class'
import { formatDuration } from '@/components/ui/number-format'
import { Spinner } from '@/components/ui/spinner'
import { toPublicId } from '@/lib/ids'
import type { JsonView } from '@/lib/json-view'
import type { Attempt, DeliveryRow } from '@/lib/operations/deliveries'
import { explainFailure } from '@/lib/webhooks/explain-failure'

type Seen = JsonView<{ delivery: DeliveryRow; attempts: Attempt[] }>

const POLL_MS = 700

/** What comes of a delivery that was just asked for: it looks until the delivery is final. */
export function LiveOutcome({ deliveryId }: { deliveryId: string }) {
  const publicId = toPublicId('dlv', deliveryId)
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['delivery', deliveryId],
    queryFn: ({ signal }) => readScreen<Seen>(`/deliveries/${publicId}`, signal),
    refetchInterval: ({ state }) => (isOpen(state.data) ? POLL_MS : false),
    staleTime: 0,
  })
  return (
    <div aria-live="polite" className="flex flex-col gap-3">
      {error && !data ? (
        <Banner
          tone="danger"
          title="The result could not be read"
          actions={
            <Button size="sm" onClick={() => refetch()} pending={isFetching}>
              Retry
            </Button>
          }
        >
          {error.message} The event was stored, and its delivery goes on.
        </Banner>
      ) : (
        <Outcome seen={data}>
          <Link href={`/deliveries/${publicId}`} className={linkClass}>
            Show this delivery
          </Link>
        </Outcome>
      )}
    </div>
  )
}

/** Not final yet, or not yet read. A failure that is retried later is a result to show now. */
function isOpen(seen: Seen | undefined): boolean {
  return !seen || seen.delivery.status === 'pending'
}

function Outcome({ seen, children }: { seen: Seen | undefined; children: ReactNode }) {
  const last = seen?.attempts.at(-1)
  if (!seen || isOpen(seen)) {
    return (
      <p className="flex items-center gap-2 rounded-md border border-rule px-4 py-3">
        <Spinner /> Sending, and waiting for the answer…
      </p>
    )
  }
  const { status, httpStatus, error } = seen.delivery
  const took = last ? ` in ${formatDuration(last.durationMs)}` : ''
  if (status === 'delivered') {
    return (
      <>
        <Banner
          tone="success"
          title={
            httpStatus === null
              ? `Delivered: the mail server took the message${took}`
              : `Delivered: the receiver answered ${httpStatus}${took}`
          }
        >
          {children}
        </Banner>
        <ResponseBody last={last} />
      </>
    )
  }
  const { title, cause, nextStep } = explainFailure(error ?? 'sender_lost', httpStatus, last?.response)
  return (
    <>
      <Banner
        tone="danger"
        title={`${httpStatus === null ? 'Not delivered' : `Not delivered: ${httpStatus}${took}`}`}
      >
        <p>
          <span className="font-medium">{title}.</span> {cause} {nextStep}
        </p>
        {children}
      </Banner>
      <ResponseBody last={last} />
    </>
  )
}

function ResponseBody({ last }: { last: Seen['attempts'][number] | undefined }) {
  if (!last?.response || last.response.body === '') return null
  return <CodeBlock label="Response body" code={last.response.body} defaultWrap />
}
