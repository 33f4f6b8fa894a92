import type { Queryable } from './client'
import { listDeliveries, type SearchPace } from './delivery-log'
import type { LogScope } from './delivery-row'
import type { MissedTime } from './resend-jobs'

const BEGINNING = '00000000-0000-0000-0000-000000000000'
const PAGE = 500
const PACE: SearchPace = { windows: [4_000], budgetMs: 20 }

/**
 * The next deliveries that ended since their endpoint was disabled at that time, oldest first, after `cursor`; `reached`
 * is where to go on, null where there are no more.
 */
export async function listCancelledByPause(
  db: Queryable,
  scope: LogScope,
  endpointId: string,
  { from, to }: Pick<MissedTime, 'from' | 'to'>,
  cursor: string | null,
): Promise<{ ids: string[]; reached: string | null }> {
  const page = await listDeliveries(
    db,
    scope,
    {
      endpointIds: [endpointId],
      statuses: ['cancelled'],
      error: 'endpoint_disabled',
      until: new Date(to),
      hideTests: true,
    },
    { limit: PAGE, before: cursor ?? BEGINNING },
    PACE,
  )
  const ids = page.rows
    .reverse()
    .flatMap(({ id, finishedAt }) =>
      finishedAt && finishedAt >= new Date(from) && finishedAt <= new Date(to) ? [id] : [],
    )
  return { ids, reached: page.previousCursor }
}
