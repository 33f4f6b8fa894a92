import { hotPool } from '@/lib/db/client'
import { ingestEvents } from '@/lib/db/ingest-events'
import { idTime, newId } from '@/lib/ids'
import { findObjectRefs } from '@/lib/webhooks/event-data'
import { type BenchStore, sampleObject } from './store'

const BATCH = 200

/** Stores `count` events of a type with their deliveries, free for any sender. */
export async function storeBacklog(
  { context }: BenchStore,
  type: string,
  count: number,
  say: (share: number) => void,
): Promise<void> {
  const data = JSON.stringify({ object: sampleObject })
  const refs = findObjectRefs(type, sampleObject)
  for (let stored = 0; stored < count; stored += BATCH) {
    const events = Array.from({ length: Math.min(BATCH, count - stored) }, () => {
      const id = newId()
      return {
        id,
        storeId: context.storeId,
        type,
        data,
        occurredAt: idTime(id),
        key: null,
        fingerprint: null,
        refs,
      }
    })
    await ingestEvents(hotPool(), context.shard, events)
    say((stored + events.length) / count)
  }
}

/** How many deliveries are pending, over all stores. */
export async function countPending(): Promise<number> {
  const { rows } = await hotPool().query<{ count: number }>(
    'SELECT count(*)::int AS count FROM pending_delivery',
  )
  return rows[0]?.count ?? 0
}
