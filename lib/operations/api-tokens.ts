import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import {
  createApiToken,
  findApiToken,
  noteTokenUse,
  revokeApiToken,
  type TokenRow,
} from '@/lib/db/api-tokens'
import type { Scope } from '@/lib/schemas/scopes'

const FORM = /^shb_([0-9A-Za-z]{10})_([0-9A-Za-z_-]{43})$/
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A token as its owner gets it, and what is kept of it. */
export type FreshToken = {
  token: string
  kept: { prefix: string; tokenHash: Uint8Array<ArrayBuffer>; lastFour: string }
}

/** Makes a token. It has 256 random bits, so a fast hash is enough. */
export function makeToken(): FreshToken {
  const prefix = Array.from({ length: 10 }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('')
  const secret = randomBytes(32).toString('base64url')
  const kept = { prefix, tokenHash: new Uint8Array(hash(secret)), lastFour: secret.slice(-4) }
  return { token: `shb_${prefix}_${secret}`, kept }
}

/**
 * Makes a token for a program of our own and returns it: the only time it is readable, since its hash alone is kept.
 * `expiresAt` null means never. What people ask for is made by `createToken`, with a limit and on record.
 */
export async function issueToken(token: {
  storeId: string
  name: string
  scopes: readonly Scope[]
  createdBy: string | null
  expiresAt: Date | null
}): Promise<string> {
  const { token: made, kept } = makeToken()
  await createApiToken({ ...token, ...kept, scopes: [...token.scopes] })
  return made
}

/** The token behind what a client sent, or null: for one that is malformed, unknown, revoked or expired at `now`. */
export async function verifyToken(token: string, now: Date): Promise<TokenRow | null> {
  const [, prefix, secret] = FORM.exec(token) ?? []
  if (prefix === undefined || secret === undefined) return null
  const row = await findApiToken(prefix)
  if (!row || !timingSafeEqual(hash(secret), row.tokenHash)) return null
  const isOver = row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)
  if (isOver) return null
  if (row.isUseNews) await noteTokenUse(row.id)
  return row
}

/** Ends a token from `at` on; what is no token of ours is left alone. */
export async function revokeToken(token: string, at: Date): Promise<void> {
  const [, prefix] = FORM.exec(token) ?? []
  if (prefix !== undefined) await revokeApiToken(prefix, at)
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
