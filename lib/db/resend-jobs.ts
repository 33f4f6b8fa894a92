import type { DeliveryStatus } from '@/lib/webhooks/delivery-state'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import type { Queryable } from './client'
import type { HttpStatusFilter, LogFilter } from './delivery-log-filter'
import type { LogScope } from './delivery-row'

/** `cancelled` as soon as it was asked for; what is in flight then still ends, and only then is the job finished. */
type ResendStatus = 'running' | 'completed' | 'cancelled'

/** Why deliveries that match are not sent once more. */
const exclusions = [
  'already_delivered',
  'in_flight',
  'endpoint_unavailable',
  'payload_gone',
  'test_send',
] as const

export type Excluded = Record<(typeof exclusions)[number], number>

/** What a person or program asked to resend; ids are UUIDs, instants ISO texts. A catch-up asks for nothing more. */
export type ResendFilter = {
  endpointId?: string | undefined
  eventType?: string | undefined
  status?: DeliveryStatus | undefined
  httpStatus?: HttpStatusFilter | undefined
  error?: ErrorKind | undefined
  since?: string | undefined
  until?: string | undefined
  q?: string | undefined
  resendId?: string | undefined
  deliveryIds?: readonly string[] | undefined
  includeDelivered?: boolean | undefined
}

/** A log filter as JSON keeps it. */
export type StoredSearch = Omit<LogFilter, 'since' | 'until'> & { since?: string; until?: string }

/** How far a job has come with one endpoint: the last delivery that it passed, null before the first. */
export type Lane = { endpointId: string; cursor: string | null; isDone: boolean }

/** One disabled time to be caught up: events with ids in (`after`, `upTo`]; what was cancelled between two instants. */
export type MissedTime = { pauseId: string; after: string; upTo: string; from: string; to: string }

/** Where a catch-up is: in which of its times (`time` counts from 0), first among what was cancelled, then what was missed. */
export type CatchUpPosition = { time: number; part: 'cancelled' | 'missed'; cursor: string | null }

type Planned = {
  filter: ResendFilter
  byEndpoint: { endpointId: string; count: number }[]
  /** There was more than one job takes. */
  hasMore: boolean
}

/** What a job is to do. `upTo` is the last delivery id that its plan saw. */
type ResendPlan = Planned & { search: StoredSearch; upTo: string }
type CatchUpPlan = Planned & { times: MissedTime[] }

type Counts = {
  total: number
  sent: number
  skipped: number
  succeeded: number
  failed: number
  cancelled: number
}

/**
 * A job: a bulk resend sends deliveries of the log once more; a catch-up, what an endpoint missed while it was disabled.
 * Its counts are `sent` = `succeeded` + `failed` + `cancelled` + what is still pending of it.
 */
export type ResendJob = Counts & {
  id: string
  shard: number
  storeId: string
  /** Of a catch-up, and of a bulk resend whose filter names one. */
  endpointId: string | null
  /** Deliveries a second. */
  rate: number
  status: ResendStatus
  excluded: Excluded
  actor: string
  createdAt: Date
  finishedAt: Date | null
} & (
    | { kind: 'resend'; plan: ResendPlan; progress: Lane[] }
    | { kind: 'catch_up'; plan: CatchUpPlan; progress: CatchUpPosition }
  )

/** The columns of a job, under the names of `ResendJob`. */
export const resendColumns = `id, shard, store_id AS "storeId", endpoint_id AS "endpointId", kind, plan, progress, rate, status,
  total, excluded, sent, skipped, succeeded, failed, cancelled, actor, created_at AS "createdAt", finished_at AS "finishedAt"`

/** A store's job; null where there is none of this id. */
export async function findResend(db: Queryable, scope: LogScope, id: string): Promise<ResendJob | null> {
  const { rows } = await db.query<ResendJob>(
    `SELECT ${resendColumns} FROM resend WHERE shard = $1 AND store_id = $2 AND id = $3`,
    [scope.shard, scope.storeId, id],
  )
  return rows[0] ?? null
}

/** A store's jobs, newest first. */
export async function listResends(db: Queryable, scope: LogScope, limit: number): Promise<ResendJob[]> {
  const { rows } = await db.query<ResendJob>(
    `SELECT ${resendColumns} FROM resend WHERE shard = $1 AND store_id = $2 ORDER BY id DESC LIMIT $3`,
    [scope.shard, scope.storeId, limit],
  )
  return rows
}

/** The catch-up of an endpoint that is under way; null for none. */
export async function findRunningCatchUp(
  db: Queryable,
  scope: LogScope,
  endpointId: string,
): Promise<ResendJob | null> {
  const { rows } = await db.query<ResendJob>(
    `SELECT ${resendColumns} FROM resend WHERE shard = $1 AND store_id = $2 AND endpoint_id = $3 AND kind = 'catch_up'
       AND status = 'running' ORDER BY id DESC LIMIT 1`,
    [scope.shard, scope.storeId, endpointId],
  )
  return rows[0] ?? null
}

/**
 * Marks a running job as cancelled: from then on nothing is queued for it. Says whether this call did it; it waits for
 * a step that its runner is in.
 */
export async function markCancelled(db: Queryable, scope: LogScope, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE resend SET status = 'cancelled', updated_at = now()
     WHERE shard = $1 AND store_id = $2 AND id = $3 AND status = 'running'`,
    [scope.shard, scope.storeId, id],
  )
  return rowCount === 1
}
