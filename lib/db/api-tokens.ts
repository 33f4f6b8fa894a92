import { newId } from '@/lib/ids'
import { hotPool, prisma } from './client'

/** A token as requests are checked against it, with its store. */
export type TokenRow = {
  id: string
  tokenHash: Buffer
  scopes: string[]
  expiresAt: Date | null
  revokedAt: Date | null
  storeId: string
  storeSlug: string
  shard: number
  timeZone: string
}

export type NewToken = {
  storeId: string
  name: string
  prefix: string
  tokenHash: Uint8Array<ArrayBuffer>
  lastFour: string
  scopes: string[]
  createdBy: string | null
  expiresAt: Date | null
}

/** Stores a token's hash and returns its id. */
export async function createApiToken(token: NewToken): Promise<string> {
  const id = newId()
  await prisma().apiToken.create({ data: { id, ...token } })
  return id
}

// One round trip for each request to the API; the time of last use is written once a minute at most.
const FIND = {
  name: 'find-api-token',
  text: `SELECT t.id, t.token_hash AS "tokenHash", t.scopes, t.expires_at AS "expiresAt", t.revoked_at AS "revokedAt",
    s.id AS "storeId", s.slug AS "storeSlug", s.shard, s.time_zone AS "timeZone",
    coalesce(t.last_used_at < now() - interval '1 minute', true) AS "isUseNews"
  FROM api_token t JOIN store s ON s.id = t.store_id WHERE t.prefix = $1`,
}

/** The token with this prefix, or null; revoked and expired ones too. */
export async function findApiToken(prefix: string): Promise<TokenRow | null> {
  const { rows } = await hotPool().query<TokenRow & { isUseNews: boolean }>({ ...FIND, values: [prefix] })
  const [row] = rows
  if (!row) return null
  if (row.isUseNews)
    await prisma().apiToken.update({ where: { id: row.id }, data: { lastUsedAt: new Date() } })
  return row
}

/** Ends the token with this prefix from `at` on. */
export async function revokeApiToken(prefix: string, at: Date): Promise<void> {
  await prisma().apiToken.updateMany({ where: { prefix, revokedAt: null }, data: { revokedAt: at } })
}
