import { FailureExplanation } from '@/components/deliveries/failure-explanation'
import { toPublicId } from '@/lib/ids'
import { explainFailure } from '@/lib/webhooks/explain-failure'
import { integratorNote } from '@/lib/webhooks/integrator-note'
import type { Delivery } from './use-delivery'

/** Why a delivery has not arrived, in plain words, with a note for whoever runs the receiver. */
export function FailedDelivery({ delivery: { delivery, attempts } }: { delivery: Delivery }) {
  const { status, error, httpStatus } = delivery
  if (status === 'delivered' || error === null) return null
  const last = attempts.findLast((attempt) => !attempt.superseded)
  const explanation = explainFailure(error, httpStatus, last?.response)
  const url = attempts.findLast(({ request }) => request.url !== null)?.request.url
  // Nobody runs a receiver behind an e-mail address.
  const note =
    url && !url.startsWith('mailto:')
      ? integratorNote({
          endpointUrl: url,
          eventType: delivery.eventType,
          eventId: toPublicId('evt', delivery.eventId),
          deliveryId: toPublicId('dlv', delivery.id),
          attempts: attempts.map(({ startedAt, httpStatus: code, errorDetail }) => ({
            at: startedAt,
            httpStatus: code,
            errorDetail,
          })),
          responseBody: last?.response?.body ?? null,
          explanation,
        })
      : undefined
  return <FailureExplanation explanation={explanation} note={note} />
}
