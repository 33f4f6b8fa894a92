import { AppError } from '@/lib/errors'
import type { Queryable } from './client'
import type { Prisma } from './generated/client'

/** A key that a client chose: for which operation (`scope`), and the SHA-256 of what was asked under it. */
export type RequestKey = { scope: string; key: string; fingerprint: Buffer }

/** Whose key it is. */
export type KeyOwner = { shard: number; storeId: string }

/** What a key was used for within 24 hours: `isSame` says whether it was for the same request. */
export type KnownKey = { resourceId: string; isSame: boolean }

/** What a key stands for; null where it was not used within 24 hours. */
export async function findKey(
  db: Queryable,
  { shard, storeId }: KeyOwner,
  { scope, key, fingerprint }: RequestKey,
): Promise<KnownKey | null> {
  const { rows } = await db.query<KnownKey>(
    `SELECT resource_id AS "resourceId", fingerprint = $5 AS "isSame" FROM idempotency_key
     WHERE shard = $1 AND store_id = $2 AND scope = $3 AND key = $4
       AND created_at >= now() - interval '24 hours'`,
    [shard, storeId, scope, key, fingerprint],
  )
  return rows[0] ?? null
}

/**
 * Notes what a key stands for, in the transaction that makes it: so a key is taken exactly where its request succeeded,
 * and one that dies half-way leaves nothing. A second request with the key waits here for the end of the first. Throws
 * `idempotency_conflict` where the key is taken, also by an equal request: `findKey` tells which.
 */
export async function claimKey(
  db: Queryable,
  { shard, storeId }: KeyOwner,
  { scope, key, fingerprint }: RequestKey,
  resourceId: string,
): Promise<void> {
  const values = [shard, storeId, scope, key]
  await db.query(
    `DELETE FROM idempotency_key WHERE shard = $1 AND store_id = $2 AND scope = $3 AND key = $4
       AND created_at < now() - interval '24 hours'`,
    values,
  )
  const { rowCount } = await db.query(
    `INSERT INTO idempotency_key (shard, store_id, scope, key, fingerprint, resource_id)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [...values, fingerprint, resourceId],
  )
  if (rowCount === 0) throw new AppError('idempotency_conflict')
}

/** The same within a transaction of Prisma's. */
export async function claimKeyIn(
  tx: Pick<Prisma.TransactionClient, '$executeRaw'>,
  { shard, storeId }: KeyOwner,
  { scope, key, fingerprint }: RequestKey,
  resourceId: string,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM idempotency_key WHERE shard = ${shard} AND store_id = ${storeId}::uuid AND scope = ${scope} AND key = ${key}
      AND created_at < now() - interval '24 hours'`
  const count = await tx.$executeRaw`
    INSERT INTO idempotency_key (shard, store_id, scope, key, fingerprint, resource_id)
    VALUES (${shard}, ${storeId}::uuid, ${scope}, ${key}, ${fingerprint}, ${resourceId}::uuid) ON CONFLICT DO NOTHING`
  if (count === 0) throw new AppError('idempotency_conflict')
}
