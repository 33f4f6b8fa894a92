import { now } from '@/lib/clock'
import { recordAudit } from '@/lib/db/audit'
import {
  createStoreToken,
  findStoreToken,
  listStoreTokens,
  revokeStoreToken,
  type StoreToken,
} from '@/lib/db/store-tokens'
import { AppError, validationError } from '@/lib/errors'
import { type CreateTokenInput, LONGEST_LIFETIME_DAYS, type TokenLifetime } from '@/lib/schemas/api-token'
import { makeToken } from './api-tokens'
import type { StoreContext } from './context'
import { startOfDay } from './local-day'

/** How many tokens of a store may work at a time. */
export const MOST_TOKENS = 100
const MOST_ENDED = 50
const DAY_MS = 86_400_000
const SOON_MS = 7 * DAY_MS

/** A token with what it is now; `endsSoon` says that it expires within seven days. */
export type ListedToken = StoreToken & { status: 'active' | 'expired' | 'revoked'; endsSoon: boolean }

/** A store's tokens: those that work, newest first, then the latest 50 that no longer do. */
export async function listTokens({ storeId }: Pick<StoreContext, 'storeId'>): Promise<ListedToken[]> {
  const at = now()
  const found = await listStoreTokens(storeId, at, MOST_ENDED)
  return found.map((token) => {
    const leftMs =
      token.expiresAt === null ? Number.POSITIVE_INFINITY : token.expiresAt.getTime() - at.getTime()
    const status = token.revokedAt ? 'revoked' : leftMs <= 0 ? 'expired' : 'active'
    return { ...token, status, endsSoon: status === 'active' && leftMs <= SOON_MS }
  })
}

/**
 * Makes a token, which is noted in the audit log, and returns it: the only time it is readable. A day at which it ends is
 * one of `timeZone`. Throws `validation_failed` and, where the store has 100 that work, `token_limit_reached`.
 */
export async function createToken(
  context: StoreContext,
  { name, scopes, lifetime }: CreateTokenInput,
  { createdBy, timeZone }: { createdBy: string | null; timeZone: string },
): Promise<{ id: string; token: string; expiresAt: Date | null }> {
  const at = now()
  const expiresAt = endOf(lifetime, at, timeZone)
  const { token, kept } = makeToken()
  const changes = { name, scopes, expiresAt: expiresAt?.toISOString() ?? null }
  const id = await createStoreToken(
    { storeId: context.storeId, name, scopes: [...scopes], createdBy, expiresAt, ...kept },
    {
      most: MOST_TOKENS,
      now: at,
      also: (tx, made) =>
        recordAudit(tx, context, { action: 'api_token.created', target: `api_token:${made}`, changes }),
    },
  )
  return { id, token, expiresAt }
}

/** The store's token with this prefix, whether it works or not; null where there is none. */
export function findTokenByPrefix(
  { storeId }: StoreContext,
  prefix: string,
): Promise<{ id: string; name: string } | null> {
  return findStoreToken(storeId, prefix)
}

/** Ends a token: no request that comes after this is let in by it, in whichever process. Throws `not_found`. */
export async function endToken(context: StoreContext, id: string): Promise<void> {
  const note = { action: 'api_token.revoked', target: `api_token:${id}` }
  const also = (tx: Parameters<typeof recordAudit>[0]) => recordAudit(tx, context, note)
  if (!(await revokeStoreToken(context.storeId, id, { at: now(), also }))) throw new AppError('not_found')
}

function endOf(lifetime: TokenLifetime, at: Date, timeZone: string): Date | null {
  if (lifetime === null) return null
  if ('days' in lifetime) return new Date(at.getTime() + lifetime.days * DAY_MS)
  const end = startOfDay(lifetime.until, timeZone, 1)
  const problem = (code: string, detail: string) =>
    validationError([{ pointer: '/lifetime/until', code, detail }])
  if (end <= at) throw problem('past', 'Choose today or a later day.')
  if (end.getTime() - at.getTime() > (LONGEST_LIFETIME_DAYS + 1) * DAY_MS)
    throw problem('too_late', `Choose a day within ${LONGEST_LIFETIME_DAYS} days, or “Never”.`)
  return end
}
