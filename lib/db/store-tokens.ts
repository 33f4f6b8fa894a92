import { AppError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { NewToken } from './api-tokens'
import { pool, prisma } from './client'
import type { Prisma } from './generated/client'

/** A token as those who look after a store see it: what is secret of it is not kept. */
export type StoreToken = {
  id: string
  name: string
  prefix: string
  lastFour: string
  scopes: string[]
  /** The person's name; null where a command made it. */
  createdBy: string | null
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
}

type Also = (tx: Prisma.TransactionClient, id: string) => Promise<unknown>

/**
 * Stores a token, unless the store has `most` that work already (`token_limit_reached`): the store's row is locked, so
 * parallel calls cannot pass the limit. `also` runs in the same transaction.
 */
export async function createStoreToken(
  token: NewToken,
  { most, now, also }: { most: number; now: Date; also: Also },
): Promise<string> {
  return prisma().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM store WHERE id = ${token.storeId}::uuid FOR UPDATE`
    const working = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
    const count = await tx.apiToken.count({ where: { storeId: token.storeId, ...working } })
    if (count >= most) {
      const detail = `This store has ${count} API tokens that work, and may have ${most}. Revoke one first.`
      throw new AppError('token_limit_reached', detail)
    }
    const id = newId()
    await tx.apiToken.create({ data: { id, ...token } })
    await also(tx, id)
    return id
  })
}

const LIST = `
SELECT t.id, t.name, t.prefix, t.last_four AS "lastFour", t.scopes, u.name AS "createdBy", t.created_at AS "createdAt",
  t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt"
FROM (
  (SELECT * FROM api_token WHERE store_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2))
  UNION ALL
  (SELECT * FROM api_token WHERE store_id = $1 AND (revoked_at IS NOT NULL OR expires_at <= $2)
   ORDER BY id DESC LIMIT $3)
) t LEFT JOIN app_user u ON u.id = t.created_by
ORDER BY (t.revoked_at IS NOT NULL OR coalesce(t.expires_at <= $2, false)), t.id DESC`

/** A store's tokens: those that work at `now`, newest first, then the latest `mostEnded` of the others. */
export async function listStoreTokens(storeId: string, now: Date, mostEnded: number): Promise<StoreToken[]> {
  const { rows } = await pool().query<StoreToken>(LIST, [storeId, now, mostEnded])
  return rows
}

/** A store's token by its prefix, or null. */
export function findStoreToken(
  storeId: string,
  prefix: string,
): Promise<{ id: string; name: string } | null> {
  return prisma().apiToken.findFirst({ where: { storeId, prefix }, select: { id: true, name: true } })
}

/**
 * Ends a token of a store from `at` on; false where the store has none of this id. One that is revoked already stays as
 * it is. `also` runs in the same transaction as the change.
 */
export async function revokeStoreToken(
  storeId: string,
  id: string,
  { at, also }: { at: Date; also: Also },
): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { storeId, id, revokedAt: null },
      data: { revokedAt: at },
    })
    if (count > 0) await also(tx, id)
    return count > 0 || (await tx.apiToken.count({ where: { storeId, id } })) > 0
  })
}
