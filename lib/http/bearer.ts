import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '@/lib/errors'
import type { ApiRequest } from './route'

/** What a request sends as `Authorization: Bearer …`; null for nothing of that form. */
export function bearerOf(request: ApiRequest): string | null {
  const [, sent] = /^Bearer +([^ ]+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  return sent ?? null
}

/**
 * Lets pass who sends `secret`, the setting of this name: `unauthenticated` for others, `not_configured` where it is not
 * set. How long that takes says nothing about the secret.
 */
export function requireSecret(request: ApiRequest, name: string, secret: string | undefined): void {
  if (secret === undefined) throw new AppError('not_configured', `Set ${name} to use this path.`)
  if (timingSafeEqual(digest(bearerOf(request) ?? ''), digest(secret))) return
  throw new AppError('unauthenticated', `This path needs the ${name} of this server as its bearer token.`)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
