import type { Queryable } from './client'
import type { DueEndpoint } from './due-endpoints'

/** What limits sending to an endpoint, as it is now. */
export type CurrentLimits = Pick<
  DueEndpoint,
  'endpointId' | 'concurrency' | 'rateLimit' | 'revision' | 'stopped'
>

const STATEMENT = {
  name: 'endpoint-limits',
  text: `
SELECT e.id AS "endpointId", e.concurrency, e.rate_limit AS "rateLimit", e.revision,
  CASE WHEN e.deleted_at IS NOT NULL THEN 'endpoint_deleted'
    WHEN e.disabled_at IS NOT NULL THEN 'endpoint_disabled' END AS stopped
FROM endpoint e WHERE e.id = ANY ($1::uuid[])`,
}

/** The limits of these endpoints, deleted ones too; unknown ids are left out. */
export async function listCurrentLimits(db: Queryable, ids: readonly string[]): Promise<CurrentLimits[]> {
  const { rows } = await db.query<CurrentLimits>({ ...STATEMENT, values: [ids] })
  return rows
}
