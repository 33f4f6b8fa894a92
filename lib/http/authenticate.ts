import { monotonicMs, now } from '@/lib/clock'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { verifyToken } from '@/lib/operations/api-tokens'
import type { StoreContext } from '@/lib/operations/context'
import type { Scope } from '@/lib/schemas/scopes'
import type { Answer } from './answer'
import { bearerOf } from './bearer'
import { requestLimiter } from './request-limiter'
import type { Call, Handler } from './route'

/** A call whose token is valid and has the scope that its path needs. */
export type StoreCall = Call & { context: StoreContext }

/**
 * A handler for calls with a bearer token that has `scope`: 401 without a valid one, 429 where it makes too many requests,
 * 403 without the scope.
 */
export function withScope(scope: Scope, handle: (call: StoreCall) => Promise<Answer>): Handler {
  return Object.assign(async (call: Call) => handle({ ...call, context: await authenticate(call, scope) }), {
    scope,
  })
}

async function authenticate(
  { request, requestId, answerHeaders }: Call,
  scope: Scope,
): Promise<StoreContext> {
  const sent = bearerOf(request)
  const token = sent === null ? null : await verifyToken(sent, now())
  if (!token) throw new AppError('unauthenticated')
  const { API_RATE_LIMIT } = env()
  if (API_RATE_LIMIT > 0) {
    const { headers, isOver } = requestLimiter().take(token.id, API_RATE_LIMIT, monotonicMs())
    Object.assign(answerHeaders, headers)
    if (isOver) throw new AppError('rate_limited')
  }
  if (!token.scopes.includes(scope)) throw new AppError('insufficient_permissions')
  const { storeId, storeSlug, shard, timeZone } = token
  return { storeId, storeSlug, shard, timeZone, actor: `token:${token.id}`, requestId }
}
