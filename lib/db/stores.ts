import { newId } from '@/lib/ids'
import { hotPool, prisma } from './client'
import type { Store } from './generated/client'

/** How many shards the stores of a deployment are spread over. A store keeps the shard it was made with. */
const SHARD_COUNT = 16

/** A fixed hash of a store's id. */
function shardOf(storeId: string): number {
  return Number.parseInt(storeId.slice(-4), 16) % SHARD_COUNT
}

/** Makes a store; rejects with code P2002 where the slug is taken. */
export function createStore(input: { slug: string; name: string; timeZone: string }): Promise<Store> {
  const id = newId()
  return prisma().store.create({ data: { id, shard: shardOf(id), ...input } })
}

/** The store with this slug, or null. */
export function findStoreBySlug(slug: string): Promise<Store | null> {
  return prisma().store.findUnique({ where: { slug } })
}

/** How many stores there are. */
export function countStores(): Promise<number> {
  return prisma().store.count()
}

/** The shards that hold stores. */
export async function listShards(): Promise<number[]> {
  const { rows } = await hotPool().query<{ shard: number }>('SELECT DISTINCT shard FROM store ORDER BY shard')
  return rows.map((row) => row.shard)
}
