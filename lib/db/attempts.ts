import { z } from 'zod'
import type { Trigger } from '@/lib/webhooks/delivery-state'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import type { Queryable } from './client'

/** One attempt as it was recorded. What was not sent or not received is null. */
export type AttemptRow = {
  number: number
  trigger: Trigger
  /** Who asked for it, where it was a resend. */
  actor: string | null
  /** The endpoint's revision that it used; 0 where its sender was lost. */
  endpointRevision: number
  startedAt: Date
  durationMs: number
  httpStatus: number | null
  error: ErrorKind | null
  errorDetail: string | null
  /** Its sender had lost the lease: another attempt stands for this one. */
  superseded: boolean
  resendId: string | null
  url: string | null
  requestHeaders: Record<string, string> | null
  responseHeaders: Record<string, string> | null
  /** The first 16 KiB as text. */
  responseBody: string | null
  truncated: boolean
}

type Row = Omit<AttemptRow, 'requestHeaders' | 'responseHeaders'> & {
  requestHeaders: string | null
  responseHeaders: string | null
}

const storedHeaders = z.record(z.string(), z.string())

// Resends have no limit, and each attempt may carry 16 KiB.
const MOST_ATTEMPTS = 200

/**
 * The attempts of a delivery, first to last; of more than `most` (200), the last ones. The table knows no stores: whoever
 * asks has made sure that the delivery is the store's.
 */
export async function listAttempts(
  db: Queryable,
  shard: number,
  deliveryId: string,
  most = MOST_ATTEMPTS,
): Promise<AttemptRow[]> {
  const { rows } = await db.query<Row>(
    `SELECT number, trigger, actor, endpoint_revision AS "endpointRevision", started_at AS "startedAt",
       duration_ms AS "durationMs", http_status AS "httpStatus", error, error_detail AS "errorDetail", superseded,
       resend_id AS "resendId", url, request_headers AS "requestHeaders", response_headers AS "responseHeaders",
       response_body AS "responseBody", truncated
     FROM attempt WHERE shard = $1 AND delivery_id = $2 ORDER BY number DESC LIMIT $3`,
    [shard, deliveryId, most],
  )
  return rows.reverse().map((row) => ({
    ...row,
    requestHeaders: parseHeaders(row.requestHeaders),
    responseHeaders: parseHeaders(row.responseHeaders),
  }))
}

function parseHeaders(text: string | null): Record<string, string> | null {
  return text === null ? null : storedHeaders.parse(JSON.parse(text))
}
