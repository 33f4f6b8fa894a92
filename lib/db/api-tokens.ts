import { newId } from '@/lib/ids'
import { hotPool, prisma } from './client'
import { EVENT_CATALOGUE_REVISION_SQL, heedEventCatalogue } from './event-catalogue'
import { SharedLookup } from './shared-lookup'

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
  /** Whether a use now is to be noted: the last one noted is a minute old. */
  isUseNews: boolean
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

const FIND = {
  name: 'find-api-tokens',
  text: `SELECT t.prefix, t.id, t.token_hash AS "tokenHash", t.scopes, t.expires_at AS "expiresAt",
    t.revoked_at AS "revokedAt", s.id AS "storeId", s.slug AS "storeSlug", s.shard, s.time_zone AS "timeZone",
    coalesce(t.last_used_at < now() - interval '1 minute', true) AS "isUseNews", ${EVENT_CATALOGUE_REVISION_SQL}
  FROM api_token t JOIN store s ON s.id = t.store_id WHERE t.prefix = ANY ($1::text[])`,
}

const lookup = new SharedLookup(findApiTokens)

/**
 * The token with this prefix, or null; revoked and expired ones too, as they are when this is called or later. What
 * many requests ask for at once is one round trip. `eventCatalogue()` is then as new.
 */
export function findApiToken(prefix: string): Promise<TokenRow | null> {
  return lookup.get(prefix)
}

type FoundRow = TokenRow & { prefix: string; catalogueRevision: number }

async function findApiTokens(prefixes: string[]): Promise<Map<string, TokenRow>> {
  const { rows } = await hotPool().query<FoundRow>({ ...FIND, values: [prefixes] })
  if (rows[0]) await heedEventCatalogue(rows[0].catalogueRevision)
  return new Map(rows.map((row) => [row.prefix, row]))
}

const noting = new Map<string, Promise<unknown>>()

/** Notes that a token is used now: once a minute at most, however many requests and processes say so. */
export async function noteTokenUse(id: string): Promise<void> {
  const underWay =
    noting.get(id) ??
    hotPool()
      .query(
        `UPDATE api_token SET last_used_at = now()
         WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
        [id],
      )
      .finally(() => noting.delete(id))
  noting.set(id, underWay)
  await underWay
}

/** Ends the token with this prefix from `at` on. */
export async function revokeApiToken(prefix: string, at: Date): Promise<void> {
  await prisma().apiToken.updateMany({ where: { prefix, revokedAt: null }, data: { revokedAt: at } })
}
