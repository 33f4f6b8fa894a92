import { idTime } from '@/lib/ids'
import type { DeliveryStatus, Trigger } from '@/lib/webhooks/delivery-state'
import type { ErrorKind } from '@/lib/webhooks/outcome'

/** Whose rows: every key of the high-volume tables begins with these. */
export type LogScope = { shard: number; storeId: string }

/** A delivery as the log shows it, pending or finished. `httpStatus`, `durationMs` and `error` are its last attempt's. */
export type DeliveryRow = {
  id: string
  eventId: string
  eventType: string
  endpointId: string
  apiVersion: string
  status: DeliveryStatus
  /** Of the last attempt; where there was none, of the next. */
  trigger: Trigger
  attemptsCount: number
  /** Null once it is finished. */
  nextAttemptAt: Date | null
  lastAttemptAt: Date | null
  httpStatus: number | null
  durationMs: number | null
  error: ErrorKind | null
  isTest: boolean
  /** The bulk resend that it was last part of. */
  resendId: string | null
  createdAt: Date
  finishedAt: Date | null
  /** What the rates count: the first final status. Null while pending, also while a finished one is resent. */
  firstStatus: DeliveryStatus | null
  /** When a resend delivered what had failed or been cancelled. */
  recoveredAt: Date | null
  /** A resend was asked for and is still to come, or in flight. */
  resendRequested: boolean
  /** A sender holds it right now. */
  inFlight: boolean
}

/** A `DeliveryRow` as SQL answers it. */
export type DeliverySqlRow = {
  id: string
  event_id: string
  event_type: string
  endpoint_id: string
  api_version: string
  status: DeliveryStatus
  trigger: Trigger
  attempts: number
  next_attempt_at: Date | null
  last_attempt_at: Date | null
  http_status: number | null
  duration_ms: number | null
  error: ErrorKind | null
  is_test: boolean
  resend_id: string | null
  finished_at: Date | null
  first_status: DeliveryStatus | null
  recovered_at: Date | null
  resend_requested: boolean
  in_flight: boolean
}

const SHARED = `t.id, t.event_id, t.event_type, t.endpoint_id, t.api_version, t.attempts, t.last_attempt_at,
  t.last_http_status AS http_status, t.last_duration_ms AS duration_ms, t.last_error AS error, t.is_test, t.resend_id`

/** SQL of a delivery's columns, the same names and types from either table, which is called `t`. */
export const deliveryColumns = {
  pending_delivery: `${SHARED}, CASE WHEN t.attempts = 0 THEN 'pending' ELSE 'retrying' END AS status,
  coalesce(t.last_trigger, t.next_trigger) AS trigger, t.due_at AS next_attempt_at, NULL::timestamptz AS finished_at,
  NULL::text AS first_status, NULL::timestamptz AS recovered_at, t.resend_requested,
  coalesce(t.leased_until > now(), false) AS in_flight`,
  finished_delivery: `${SHARED}, t.status,
  coalesce(t.last_trigger, CASE WHEN t.is_test THEN 'test' ELSE 'event' END) AS trigger,
  NULL::timestamptz AS next_attempt_at, t.finished_at, t.first_status, t.recovered_at, false AS resend_requested,
  false AS in_flight`,
}

/**
 * SQL that is true of a finished delivery, called `alias`, unless a pending row hides it. A scalar subquery, since the
 * planner may answer NOT EXISTS by hashing every pending row of the shard.
 */
export function isNotHidden(alias: string): string {
  return `(SELECT true FROM pending_delivery q WHERE q.shard = $1 AND q.id = ${alias}.id) IS NULL`
}

/** The row in the domain's words. */
export function toDeliveryRow(row: DeliverySqlRow): DeliveryRow {
  return {
    id: row.id,
    eventId: row.event_id,
    eventType: row.event_type,
    endpointId: row.endpoint_id,
    apiVersion: row.api_version,
    status: row.status,
    trigger: row.trigger,
    attemptsCount: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastAttemptAt: row.last_attempt_at,
    httpStatus: row.http_status,
    durationMs: row.duration_ms,
    error: row.error,
    isTest: row.is_test,
    resendId: row.resend_id,
    createdAt: idTime(row.id),
    finishedAt: row.finished_at,
    firstStatus: row.first_status,
    recoveredAt: row.recovered_at,
    resendRequested: row.resend_requested,
    inFlight: row.in_flight,
  }
}
