import type { ObjectRef } from '@/lib/webhooks/event-data'
import type { Queryable } from './client'

/** An event to store. `data` is normalised JSON text; `key` and `fingerprint` (SHA-256 of the content) go together. */
export type NewEvent = {
  id: string
  storeId: string
  type: string
  data: string
  occurredAt: Date
  key: string | null
  fingerprint: Buffer | null
  refs: readonly ObjectRef[]
  /** What of it does not match its type's schema; kept with it. */
  warnings?: readonly string[]
}

/**
 * How much of what is made the caller takes to send at once. A lease lasts the endpoint's time limit and `slackMs`;
 * an endpoint gets `depth` times the caller's share of its cap at most, and its share of the rate, and those in
 * `saturated` nothing. The caller is the one of `rank` (from 0) among `senders` that share the work.
 */
export type LeaseOffer = {
  slackMs: number
  limit: number
  depth: number
  saturated: readonly string[]
  senders: number
  rank: number
}

const noLease: LeaseOffer = { slackMs: 0, limit: 0, depth: 0, saturated: [], senders: 1, rank: 0 }

export type IngestedDelivery = {
  id: string
  eventId: string
  endpointId: string
  endpointRevision: number
  apiVersion: string
  leased: boolean
  /** How long the lease lasts, for one that is leased. */
  leaseMs: number
  concurrency: number
  /** Requests a second at most, null for no limit. */
  rateLimit: number | null
}

export type IngestAnswer = {
  deliveries: IngestedDelivery[]
  /** Events whose key was known with the same content, by their new id: the id of the stored one. */
  duplicates: Map<string, string>
  /** Ids of events whose key was known with other content: then nothing at all was stored. */
  conflicts: string[]
}

type Row = {
  outcome: 'delivery' | 'duplicate' | 'conflict'
  event_id: string
  stored_event_id: string
  delivery: string
  endpoint_id: string
  endpoint_revision: number
  api_version: string
  leased: boolean
  timeout_ms: number
  concurrency: number
  rate_limit: number | null
}

const STATEMENT = {
  name: 'ingest-events',
  text: `SELECT * FROM ingest_events($1::smallint, $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[],
    $7::text[], $8::bytea[], $9::int[], $10::text[], $11::text[], $12::int, $13::int, $14::int, $15::uuid[],
    $16::uuid, $17::timestamptz, $18::int, $19::int, false, $20::text[])`,
}

/**
 * Stores the events of one shard and makes their deliveries, all or nothing, in one statement (see the SQL function
 * `ingest_events`). With `testEndpointId` they are test events for that endpoint alone; `at` is the time to record,
 * null for the database's now.
 */
export async function ingestEvents(
  db: Queryable,
  shard: number,
  events: readonly NewEvent[],
  lease: LeaseOffer = noLease,
  { testEndpointId = null, at = null }: { testEndpointId?: string | null; at?: Date | null } = {},
): Promise<IngestAnswer> {
  const isKeyed = events.some((event) => event.key !== null)
  const refs = events.flatMap((event, index) => event.refs.map((ref) => ({ position: index + 1, ...ref })))
  const { rows } = await db.query<Row>({
    ...STATEMENT,
    values: [
      shard,
      events.map((event) => event.id),
      events.map((event) => event.storeId),
      events.map((event) => event.type),
      events.map((event) => event.data),
      events.map((event) => event.occurredAt),
      isKeyed ? events.map((event) => event.key) : null,
      isKeyed ? events.map((event) => event.fingerprint) : null,
      refs.map((ref) => ref.position),
      refs.map((ref) => ref.kind),
      refs.map((ref) => ref.value),
      lease.slackMs,
      lease.limit,
      lease.depth,
      lease.saturated,
      testEndpointId,
      at,
      lease.senders,
      lease.rank,
      events.some(({ warnings = [] }) => warnings.length > 0) ? events.map(warningsText) : null,
    ],
  })
  const answer: IngestAnswer = { deliveries: [], duplicates: new Map(), conflicts: [] }
  for (const row of rows) {
    if (row.outcome === 'conflict') answer.conflicts.push(row.event_id)
    else if (row.outcome === 'duplicate') answer.duplicates.set(row.event_id, row.stored_event_id)
    else {
      answer.deliveries.push({
        id: row.delivery,
        eventId: row.event_id,
        endpointId: row.endpoint_id,
        endpointRevision: row.endpoint_revision,
        apiVersion: row.api_version,
        leased: row.leased,
        leaseMs: row.timeout_ms + lease.slackMs,
        concurrency: row.concurrency,
        rateLimit: row.rate_limit,
      })
    }
  }
  return answer
}

function warningsText({ warnings = [] }: NewEvent): string | null {
  return warnings.length === 0 ? null : JSON.stringify(warnings)
}
