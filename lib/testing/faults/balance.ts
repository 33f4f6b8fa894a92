import type pg from 'pg'
import { fromPublicId } from '@/lib/ids'
import type { CountingReceiver } from './counting-receiver'

/** What became of the deliveries of the events that were accepted; `lost` must be 0. */
export type Balance = {
  accepted: number
  deliveries: number
  delivered: number
  failed: number
  cancelled: number
  pending: number
  duplicates: number
  lost: number
}

/** A balance of nothing, to add to. */
export const emptyBalance: Balance = {
  accepted: 0,
  deliveries: 0,
  delivered: 0,
  failed: 0,
  cancelled: 0,
  pending: 0,
  duplicates: 0,
  lost: 0,
}

/**
 * Compares three books: what the client was promised, what PostgreSQL has on record, and what the receiver got. Lost is
 * what was promised and is not on record, or is on record as delivered and never arrived.
 */
export async function drawBalance(
  db: pg.Pool,
  accepted: ReadonlySet<string>,
  endpointIds: ReadonlyMap<string, string>,
  receiver: CountingReceiver,
): Promise<Balance> {
  const { rows } = await db.query<{ event_id: string; endpoint_id: string; status: string }>(`
    SELECT event_id, endpoint_id, 'pending' AS status FROM pending_delivery WHERE NOT revives
    UNION ALL SELECT event_id, endpoint_id, status FROM finished_delivery`)
  const statuses = new Map(rows.map((row) => [`${row.event_id} ${row.endpoint_id}`, row.status]))
  const resends = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM attempt WHERE trigger = 'resend' AND error IS NULL`,
  )
  const balance = {
    ...emptyBalance,
    accepted: accepted.size,
    duplicates: receiver.repeats - (resends.rows[0]?.count ?? 0),
  }
  for (const publicId of accepted) {
    for (const [path, endpointId] of endpointIds) {
      balance.deliveries++
      const status = statuses.get(`${fromPublicId('evt', publicId)} ${endpointId}`)
      const hasArrived = (receiver.arrived(path, publicId)?.accepted ?? 0) > 0
      if (status === 'delivered' && hasArrived) balance.delivered++
      else if (status === 'failed' || status === 'cancelled' || status === 'pending') balance[status]++
      else balance.lost++
    }
  }
  return balance
}

export function addBalances(one: Balance, other: Balance): Balance {
  const sum = { ...one }
  for (const name of balanceNames) sum[name] += other[name]
  return sum
}

/** The columns of the summary, in order. */
export const balanceNames = [
  'accepted',
  'deliveries',
  'delivered',
  'failed',
  'cancelled',
  'pending',
  'duplicates',
  'lost',
] as const satisfies (keyof Balance)[]
