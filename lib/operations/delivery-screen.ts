import { listActorNames } from '@/lib/db/actor-names'
import { pool } from '@/lib/db/client'
import { listEventDeliveries } from '@/lib/db/deliveries'
import { listEndpointNames } from '@/lib/db/endpoint-names'
import type { StoreContext } from './context'
import { type Attempt, getDelivery } from './deliveries'
import { type LogRow, toLogRow } from './log-rows'

/** Why a delivery cannot be sent once more. */
type ResendRefusal = 'endpoint_deleted' | 'endpoint_disabled' | 'payload_gone'

/** An attempt with the name of who asked for it; null where it was nobody, or nobody whom the store knows. */
type ScreenAttempt = Omit<Attempt, 'request'> & {
  actorName: string | null
  request: Omit<Attempt['request'], 'body'>
}

/** A delivery as its screen shows it. */
export type DeliveryScreen = {
  delivery: LogRow
  /** First to last. */
  attempts: ScreenAttempt[]
  /** The exact bytes of every attempt, as text; null where the event is no longer kept. */
  payload: string | null
  /** What of the event does not match its type's schema. */
  warnings: string[]
  /** Those of the same event, this one too, newest first. */
  eventDeliveries: LogRow[]
  resendRefusal: ResendRefusal | null
}

/** A delivery of the store with all that its screen says of it. Throws `not_found`. */
export async function getDeliveryScreen(context: StoreContext, id: string): Promise<DeliveryScreen> {
  const [{ delivery, attempts, payload, warnings }, endpoints] = await Promise.all([
    getDelivery(context, id),
    listEndpointNames(pool(), context),
  ])
  const actors = [...new Set(attempts.flatMap(({ actor }) => actor ?? []))]
  const [names, siblings] = await Promise.all([
    actors.length === 0 ? new Map<string, string>() : listActorNames(pool(), context.storeId, actors),
    listEventDeliveries(pool(), context, delivery.eventId),
  ])
  const warned = new Set(warnings.length > 0 ? [delivery.eventId] : [])
  const row = toLogRow(delivery, endpoints, warned)
  return {
    delivery: row,
    attempts: attempts.map(({ request: { body: _, ...request }, ...attempt }) => ({
      ...attempt,
      actorName: names.get(attempt.actor ?? '') ?? null,
      request,
    })),
    payload,
    warnings,
    eventDeliveries: siblings.map((sibling) => toLogRow(sibling, endpoints, warned)),
    resendRefusal: refusalOf(row, payload !== null),
  }
}

function refusalOf(row: LogRow, hasPayload: boolean): ResendRefusal | null {
  if (row.endpointIsDeleted) return 'endpoint_deleted'
  if (row.endpointIsDisabled && !row.isTest) return 'endpoint_disabled'
  return hasPayload ? null : 'payload_gone'
}
