'use client'

import Link from 'next/link'
import { useHeldUntil } from '@/components/deliveries/held-until'
import { NextAttempt } from '@/components/deliveries/next-attempt'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Instant } from '@/components/ui/instant'
import { KeyValue, KeyValueList } from '@/components/ui/key-value-list'
import { linkClass } from '@/components/ui/link-class'
import { toPublicId } from '@/lib/ids'
import { payloadFormatName } from '@/lib/webhooks/payload-formats/registry'
import type { Delivery } from './use-delivery'

type Props = { delivery: Delivery['delivery']; className: string }

/** What a delivery is: its ids, where it goes, when. */
export function DeliveryFacts({ delivery, className }: Props) {
  const { attemptsCount, mostAttempts, nextAttemptAt, recoveredAt } = delivery
  const held = useHeldUntil(delivery)
  const endpointId = toPublicId('we', delivery.endpointId)
  return (
    <Card title="Delivery" className={className}>
      <KeyValueList className="xl:[&>div]:grid-cols-1">
        <KeyValue label="Endpoint">
          <span className="flex flex-wrap gap-x-4 [&>a]:inline-flex [&>a]:min-h-6 [&>a]:min-w-0 [&>a]:items-center [&>a]:wrap-anywhere">
            {delivery.endpointIsDeleted ? (
              `${delivery.endpointName} (deleted)`
            ) : (
              <Link href={`/settings/webhooks/${endpointId}`} className={linkClass}>
                {delivery.endpointName}
              </Link>
            )}
            <Link href={`/deliveries?endpoint=${endpointId}`} className={`${linkClass} text-sm`}>
              Log of this endpoint
            </Link>
          </span>
        </KeyValue>
        <KeyValue label="Delivery ID">
          <Id value={toPublicId('dlv', delivery.id)} label="Copy delivery ID" />
        </KeyValue>
        <KeyValue label="Event ID">
          <Id value={toPublicId('evt', delivery.eventId)} label="Copy event ID" />
        </KeyValue>
        <KeyValue label="Created">
          <Instant at={delivery.createdAt} relative details />
        </KeyValue>
        <KeyValue label="Attempts">
          {attemptsCount}
          {mostAttempts === null || attemptsCount > mostAttempts ? null : ` of ${mostAttempts}`}
        </KeyValue>
        {nextAttemptAt === null ? null : (
          <KeyValue label="Next attempt">
            {held === null ? (
              <>
                <NextAttempt row={delivery} />{' '}
                <span className="text-faded">
                  <Instant at={nextAttemptAt} />
                </span>
              </>
            ) : (
              <>
                Waits:{' '}
                <Link href={`/settings/webhooks/${endpointId}`} className={linkClass}>
                  endpoint
                </Link>{' '}
                paused until <Instant at={held} /> after failures
              </>
            )}
          </KeyValue>
        )}
        {recoveredAt === null ? null : (
          <KeyValue label="Recovered by resend">
            <Instant at={recoveredAt} relative details />
          </KeyValue>
        )}
        {delivery.resendId === null ? null : (
          <KeyValue label="Part of">
            <Link
              href={`/deliveries/resends/${toPublicId('rs', delivery.resendId)}`}
              prefetch={false}
              className={linkClass}
            >
              {delivery.trigger === 'catch_up' ? 'A catch-up' : 'A bulk resend'}
            </Link>
          </KeyValue>
        )}
        <KeyValue label="Payload format">{payloadFormatName(delivery.apiVersion)}</KeyValue>
      </KeyValueList>
    </Card>
  )
}

function Id({ value, label }: { value: string; label: string }) {
  return (
    <span className="flex items-center gap-1">
      <code className="min-w-0 font-mono text-xs wrap-anywhere">{value}</code>
      <CopyButton iconOnly value={value} label={label} />
    </span>
  )
}
