import type { Pool } from 'pg'
import { type LogFilter, matchesNothing, tablesOf } from './delivery-log-filter'
import { type LogTable, logCountStatement } from './delivery-log-sql'
import type { LogScope } from './delivery-row'

const QUERY_CANCELLED = '57014'

/**
 * How many deliveries of a store match, `most` where there are as many or more; null where that cannot be said within
 * `budgetMs`, or is not kept in an index: a search by events or by what stands in their data.
 */
export async function countDeliveries(
  pool: Pick<Pool, 'connect'>,
  scope: LogScope,
  filter: LogFilter,
  { most, budgetMs }: { most: number; budgetMs: number },
): Promise<number | null> {
  if (matchesNothing(filter)) return 0
  if (filter.eventIds || filter.objectValue !== undefined) return null
  const { pending, finished } = tablesOf(filter)
  const tables: LogTable[] = [
    ...(pending ? (['pending_delivery'] as const) : []),
    ...(finished ? (['finished_delivery'] as const) : []),
  ]
  const connection = await pool.connect()
  let isLost = true
  try {
    await connection.query('BEGIN READ ONLY')
    await connection.query(`SET LOCAL statement_timeout = ${Math.ceil(budgetMs)}`)
    const { rows } = await connection.query<{ count: number }>(logCountStatement(tables, scope, filter, most))
    await connection.query('COMMIT')
    isLost = false
    return rows[0]?.count ?? 0
  } catch (error) {
    if (!isCancelled(error)) throw error
    await connection.query('ROLLBACK')
    isLost = false
    return null
  } finally {
    connection.release(isLost)
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === QUERY_CANCELLED
}
