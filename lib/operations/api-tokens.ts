import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { createApiToken, findApiToken, revokeApiToken, type TokenRow } from '@/lib/db/api-tokens'
import type { Scope } from '@/lib/schemas/scopes'

const FORM = /^shb_([0-9A-Za-z]{10})_([0-9A-Za-z_-]{43})$/
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Makes a token for a store and returns it: the only time it is readable, since its hash alone is kept. It has 256
 * random bits, so a fast hash is enough. `expiresAt` null means never.
 */
export async function issueToken(token: {
  storeId: string
  name: string
  scopes: readonly Scope[]
  createdBy: string | null
  expiresAt: Date | null
}): Promise<string> {
  const prefix = Array.from({ length: 10 }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('')
  const secret = randomBytes(32).toString('base64url')
  await createApiToken({
    ...token,
    scopes: [...token.scopes],
    prefix,
    tokenHash: new Uint8Array(hash(secret)),
    lastFour: secret.slice(-4),
  })
  return `shb_${prefix}_${secret}`
}

/** The token behind what a client sent, or null: for one that is malformed, unknown, revoked or expired at `now`. */
export async function verifyToken(token: string, now: Date): Promise<TokenRow | null> {
  const [, prefix, secret] = FORM.exec(token) ?? []
  if (prefix === undefined || secret === undefined) return null
  const row = await findApiToken(prefix)
  if (!row || !timingSafeEqual(hash(secret), row.tokenHash)) return null
  const isOver = row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)
  return isOver ? null : row
}

/** Ends a token from `at` on; what is no token of ours is left alone. */
export async function revokeToken(token: string, at: Date): Promise<void> {
  const [, prefix] = FORM.exec(token) ?? []
  if (prefix !== undefined) await revokeApiToken(prefix, at)
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
