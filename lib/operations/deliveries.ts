import { type AttemptRow, listAttempts } from '@/lib/db/attempts'
import { recordAuditIn } from '@/lib/db/audit'
import { hotPool, pool } from '@/lib/db/client'
import { countDeliveries as countLog } from '@/lib/db/count-deliveries'
import { getDelivery as findDelivery } from '@/lib/db/deliveries'
import { type LogPage, listDeliveries as listLog, type PageRequest } from '@/lib/db/delivery-log'
import type { LogFilter } from '@/lib/db/delivery-log-filter'
import type { DeliveryRow } from '@/lib/db/delivery-row'
import { findEndpointIdsByUrl, findEndpointState } from '@/lib/db/endpoint-search'
import { type EventRow, getEvent } from '@/lib/db/events'
import { claimKey } from '@/lib/db/idempotency-keys'
import { inTransaction } from '@/lib/db/in-transaction'
import { isObjectValue } from '@/lib/db/object-refs'
import { resendDelivery as queueResend, type ResendAnswer } from '@/lib/db/resend-delivery'
import { payloadOf } from '@/lib/delivery/attempt'
import { processSender } from '@/lib/delivery/process-sender'
import { notifyDue } from '@/lib/delivery/wake-ups'
import { AppError } from '@/lib/errors'
import { fromPublicId } from '@/lib/ids'
import type { StoreContext } from './context'
import { once, type RequestKey, requestKey } from './once'

export type { DeliveryRow }

/** Filters of the log, all of which can be combined, and a search text. */
export type DeliverySearch = Omit<LogFilter, 'objectValue'> & PageRequest & { q?: string | undefined }

/**
 * A page of the store's log, newest first. `q` is an exact public id of an event, a delivery or an endpoint; else an id
 * or e-mail address that stands in events' data; else part of an endpoint's current URL. What it does not find is an
 * empty page.
 */
export async function listDeliveries(
  context: StoreContext,
  { q, limit, after, before, ...filter }: DeliverySearch,
): Promise<LogPage> {
  const narrowed = await narrow(context, filter, q)
  return listLog(pool(), context, narrowed, { limit, after, before })
}

/** How many deliveries match, `most` where there are as many or more; null where that takes longer than `budgetMs`. */
export async function countDeliveries(
  context: StoreContext,
  { q, ...filter }: Omit<DeliverySearch, keyof PageRequest>,
  limits: { most: number; budgetMs: number },
): Promise<number | null> {
  return countLog(pool(), context, await narrow(context, filter, q), limits)
}

/** The filter with what a search text names; see `listDeliveries`. */
export async function narrow(
  context: StoreContext,
  filter: LogFilter,
  q: string | undefined,
): Promise<LogFilter> {
  const text = q?.trim() ?? ''
  if (text === '') return filter
  const eventId = fromPublicId('evt', text)
  if (eventId) return { ...filter, eventIds: common(filter.eventIds, [eventId]) }
  const deliveryId = fromPublicId('dlv', text)
  if (deliveryId) return { ...filter, deliveryIds: common(filter.deliveryIds, [deliveryId]) }
  const endpointId = fromPublicId('we', text)
  if (endpointId) return { ...filter, endpointIds: common(filter.endpointIds, [endpointId]) }
  // PostgreSQL's text holds no NUL, and refuses to compare with one.
  if (text.includes('\0')) return { ...filter, eventIds: [] }
  const objectValue = text.toLowerCase()
  if (await isObjectValue(pool(), context, objectValue)) return { ...filter, objectValue }
  const endpointIds = await findEndpointIdsByUrl(pool(), context.storeId, text)
  return { ...filter, endpointIds: common(filter.endpointIds, endpointIds) }
}

function common(ids: readonly string[] | undefined, others: readonly string[]): readonly string[] {
  return ids === undefined ? others : others.filter((id) => ids.includes(id))
}

/** What an attempt sent; `url` and `headers` are null where no request was made, `body` where the event is gone. */
type AttemptRequest = {
  method: 'POST'
  url: string | null
  headers: Record<string, string> | null
  /** The exact payload, as text. */
  body: string | null
}

/** The first part of what came back. */
type AttemptResponse = { headers: Record<string, string>; body: string; truncated: boolean }

export type Attempt = Omit<
  AttemptRow,
  'url' | 'requestHeaders' | 'responseHeaders' | 'responseBody' | 'truncated'
> & { request: AttemptRequest; response: AttemptResponse | null }

/**
 * A delivery of the store with its attempts, first to last, the payload of each of them, and what of the event does not match
 * its type's schema. Throws `not_found`.
 */
export async function getDelivery(
  context: StoreContext,
  id: string,
): Promise<{ delivery: DeliveryRow; attempts: Attempt[]; payload: string | null; warnings: string[] }> {
  const delivery = await findDelivery(pool(), context, id)
  if (!delivery) throw new AppError('not_found')
  const [rows, event] = await Promise.all([
    listAttempts(pool(), context.shard, id),
    getEvent(pool(), context, delivery.eventId),
  ])
  const payload = event && payloadText(context.storeId, delivery, event)
  const attempts = rows.map((row) => toAttempt(row, payload))
  return { delivery, attempts, payload, warnings: event?.warnings ?? [] }
}

function payloadText(
  storeId: string,
  { apiVersion }: DeliveryRow,
  { id, type, occurredAt, data, isTest }: EventRow,
): string | null {
  const payload = payloadOf({ apiVersion, storeId, eventId: id, eventType: type, occurredAt, data, isTest })
  return payload?.toString() ?? null
}

function toAttempt(
  { url, requestHeaders, responseHeaders, responseBody, truncated, ...attempt }: AttemptRow,
  body: string | null,
): Attempt {
  return {
    ...attempt,
    request: { method: 'POST', url, headers: requestHeaders, body },
    response: responseHeaders && { headers: responseHeaders, body: responseBody ?? '', truncated },
  }
}

/**
 * Asks for one more attempt of a delivery, now, and returns it as it then is. While one is queued or in flight, asking
 * again changes nothing; the same key changes nothing later either. Throws `not_found`; `endpoint_unavailable` where the
 * endpoint is deleted, or disabled and this is no test send; `payload_gone` where the event is no longer kept.
 */
export async function resendDelivery(
  context: StoreContext,
  id: string,
  key: string | null = null,
): Promise<DeliveryRow> {
  const claim = requestKey(key, `delivery.resend ${id}`, {})
  return once(context, claim, {
    work: () => askForResend(context, id, claim),
    replay: async () => (await getDelivery(context, id)).delivery,
  })
}

async function askForResend(
  context: StoreContext,
  id: string,
  claim: RequestKey | null,
): Promise<DeliveryRow> {
  const { shard, storeId } = context
  const delivery = await findDelivery(pool(), context, id)
  if (!delivery) throw new AppError('not_found')
  const endpoint = await findEndpointState(pool(), storeId, delivery.endpointId)
  if (!endpoint || endpoint.deletedAt || (endpoint.disabledAt && !delivery.isTest)) {
    throw new AppError('endpoint_unavailable')
  }
  if (!(await getEvent(pool(), context, delivery.eventId))) throw new AppError('payload_gone')

  if ((await queue(context, id, claim)) === 'queued') {
    const sender = processSender()
    if (sender.isRunning) sender.wake(shard)
    notifyDue(shard)
  }
  return (await findDelivery(pool(), context, id)) ?? delivery
}

async function queue(context: StoreContext, id: string, claim: RequestKey | null): Promise<ResendAnswer> {
  const { shard, storeId, actor } = context
  return inTransaction(hotPool(), async (db) => {
    if (claim) await claimKey(db, { shard, storeId }, claim, id)
    const answer = await queueResend(db, shard, storeId, id, actor)
    if (answer === 'not_found') throw new AppError('not_found')
    const note = { action: 'delivery.resent', target: `delivery:${id}` }
    if (answer === 'queued') await recordAuditIn(db, context, note)
    return answer
  })
}
