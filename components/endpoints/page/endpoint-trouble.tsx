import Link from 'next/link'
import type { ReactNode } from 'react'
import { DisableCountdown } from '@/components/endpoints/disable-countdown'
import { PausedUntil } from '@/components/endpoints/paused-until'
import { TestSendButton } from '@/components/endpoints/test-send/test-send-button'
import { Banner } from '@/components/ui/banner'
import { Instant } from '@/components/ui/instant'
import { linkClass } from '@/components/ui/link-class'
import { toPublicId } from '@/lib/ids'
import type { EndpointStanding } from '@/lib/operations/endpoint-standing'
import type { LastFailure } from '@/lib/operations/last-failure'
import { explainFailure } from '@/lib/webhooks/explain-failure'
import { EndpointSnooze } from './endpoint-snooze'
import { EndpointSwitch } from './endpoint-switch'

type Props = { standing: EndpointStanding; mayEdit: boolean }

/** What an endpoint suffers from, since when, and what to do about it; nothing where it is well. */
export function EndpointTrouble({ standing, mayEdit }: Props) {
  const { endpoint, condition, failingSince, countdown, pausedUntil, lastFailure } = standing
  if (condition === 'failing' && failingSince) {
    return (
      <Banner
        tone="danger"
        title={
          <>
            Deliveries have failed since <Instant at={failingSince} precision="minute" />
          </>
        }
        actions={mayEdit && countdown ? <EndpointSnooze endpoint={endpoint} /> : null}
      >
        {lastFailure ? <Failure failure={lastFailure} endpointId={endpoint.id} /> : null}
        {pausedUntil ? (
          <p className="pt-1">
            <PausedUntil at={pausedUntil} />.
          </p>
        ) : null}
        {countdown ? (
          <p className="pt-1 font-medium">
            <DisableCountdown countdown={countdown} />.
          </p>
        ) : null}
      </Banner>
    )
  }
  if (condition !== 'disabled_automatically' || !endpoint.disabledAt) return null
  const isGone = endpoint.disabledReason === 'gone'
  return (
    <Banner
      tone="warning"
      title={
        <>
          Disabled automatically on <Instant at={endpoint.disabledAt} precision="minute" />
        </>
      }
      actions={
        mayEdit ? (
          <>
            <TestSendButton size="sm" />
            <EndpointSwitch endpoint={endpoint} isDisabled size="sm" />
          </>
        ) : null
      }
    >
      {isGone ? (
        <p>
          The receiver answered 410 Gone, which says that this URL is no longer in use. Since then no event is
          delivered to it.
        </p>
      ) : (
        <p>
          Every attempt
          {failingSince ? (
            <>
              {' '}
              since <Instant at={failingSince} precision="minute" />
            </>
          ) : null}{' '}
          had failed. Since it was disabled, no event is delivered to it.
        </p>
      )}
      {lastFailure && !isGone ? <Failure failure={lastFailure} endpointId={endpoint.id} /> : null}
      <WhatToDo>
        {isGone
          ? 'Ask whoever runs the receiver for its new URL and enter it in the settings.'
          : 'Have the receiver mended.'}{' '}
        {mayEdit
          ? 'Then send a test event, and enable the endpoint when that arrives.'
          : 'Then an operator or admin can send a test event and enable the endpoint.'}
      </WhatToDo>
    </Banner>
  )
}

function Failure({ failure, endpointId }: { failure: LastFailure; endpointId: string }) {
  const { error, httpStatus, response, deliveryId } = failure
  const { title, cause, nextStep } = explainFailure(error, httpStatus, response)
  const filter = new URLSearchParams({
    endpoint: toPublicId('we', endpointId),
    error,
    ...(httpStatus === null ? {} : { code: String(httpStatus) }),
  })
  return (
    <>
      <p>
        <span className="font-medium">{title}.</span> {cause} {nextStep}
      </p>
      <p className="flex flex-wrap gap-x-4 pt-1">
        <Link href={`/deliveries?${filter}`} className={`${linkClass} inline-flex min-h-6 items-center`}>
          Show these failures
        </Link>
        <Link
          href={`/deliveries/${toPublicId('dlv', deliveryId)}`}
          className={`${linkClass} inline-flex min-h-6 items-center`}
        >
          Show the latest one
        </Link>
      </p>
    </>
  )
}

function WhatToDo({ children }: { children: ReactNode }) {
  return (
    <p className="pt-1">
      <span className="font-medium">What to do:</span> {children}
    </p>
  )
}
