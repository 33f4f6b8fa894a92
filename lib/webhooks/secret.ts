import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/** The keys that one secret stands for: one of each signature scheme. */
type SigningKeys = {
  /** Standard Webhooks: the base64 decoding of the secret's characters. */
  standard: KeyObject
  /** Seed 003: the secret's characters as UTF-8. */
  body: KeyObject
}

const cacheSize = 10_000
const cache = new Map<string, SigningKeys>()

/** A new secret: 64 lower-case hexadecimal characters (32 random bytes), which are also base64 of 48 bytes. */
export function createSecret(): string {
  return randomBytes(32).toString('hex')
}

/**
 * The keys of `secret`, made once and kept for the latest 10,000 secrets.
 * Throws where the secret is empty or not plain base64; the message does not hold the secret.
 * Source: Standard Webhooks 1.0.0, seed 003.
 */
export function signingKeys(secret: string): SigningKeys {
  const cached = cache.get(secret)
  if (cached) return cached

  const decoded = Buffer.from(secret, 'base64')
  // Node's decoder skips what is not base64, so only a round trip shows that nothing was lost.
  if (decoded.length === 0 || decoded.toString('base64') !== secret) {
    throw new Error('A signing secret must be plain base64.')
  }
  const keys = { standard: createSecretKey(decoded), body: createSecretKey(Buffer.from(secret)) }

  if (cache.size >= cacheSize) {
    for (const oldest of cache.keys()) {
      cache.delete(oldest)
      break
    }
  }
  cache.set(secret, keys)
  return keys
}
