import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

const FORMAT = 'v1'
const TAG_BYTES = 16
const IV_BYTES = 12

/**
 * Encrypts with the first key of the ring (AES-256-GCM). `context` names where the text is kept, such as
 * `endpoint_secret|<row id>`: it must be the same to decrypt, so a ciphertext cannot be moved to another row.
 */
export function encrypt(plain: string, context: string): string {
  const [key] = env().ENCRYPTION_KEYS
  if (!key) throw new Error('ENCRYPTION_KEYS holds no key')
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return [
    FORMAT,
    key.id,
    ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')),
  ].join('.')
}

/** The plain text of what `encrypt` made for the same context; throws where the key is gone or anything was changed. */
export function decrypt(text: string, context: string): string {
  const [format, keyId, iv = '', sealed = '', tag = ''] = text.split('.')
  const key = env().ENCRYPTION_KEYS.find(({ id }) => id === keyId)
  if (format !== FORMAT || !key) {
    throw new Error(`ENCRYPTION_KEYS lacks the key “${keyId}” that a stored secret was encrypted with`)
  }
  const decipher = createDecipheriv('aes-256-gcm', key.key, Buffer.from(iv, 'base64url'), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return decipher.update(Buffer.from(sealed, 'base64url'), undefined, 'utf8') + decipher.final('utf8')
}
