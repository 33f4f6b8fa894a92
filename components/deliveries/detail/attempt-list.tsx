'use client'

import { useHeldUntil } from '@/components/deliveries/held-until'
import { Card } from '@/components/ui/card'
import { AttemptEntry } from './attempt-entry'
import type { Delivery } from './use-delivery'

// As many as the server answers with.
const MOST_SHOWN = 200

type Props = { delivery: Delivery; className: string }

/** What was tried, the latest first and open: it is what a person looks for. */
export function AttemptList({ delivery: { delivery, attempts, payload }, className }: Props) {
  const isHeld = useHeldUntil(delivery) !== null
  const last = attempts.at(-1)
  return (
    <Card
      flush
      title="Attempts"
      className={className}
      description={attempts.length < MOST_SHOWN ? 'Latest first' : `The latest ${MOST_SHOWN}, latest first`}
    >
      {attempts.length === 0 ? (
        <p className="px-5 py-6 text-faded max-sm:px-4">
          {delivery.status === 'cancelled'
            ? 'It was cancelled before anything was sent.'
            : isHeld
              ? 'Nothing has been sent yet: the endpoint is paused after failures.'
              : 'Nothing has been sent yet.'}
        </p>
      ) : (
        <ol reversed className="divide-y divide-rule">
          {attempts.toReversed().map((attempt) => (
            <li key={attempt.number}>
              <AttemptEntry
                deliveryId={delivery.id}
                attempt={attempt}
                payload={payload}
                isLatest={attempt.number === last?.number}
              />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
