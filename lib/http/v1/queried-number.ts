import { AppError } from '@/lib/errors'
import { parseQuery } from '@/lib/http/read-body'
import type { ApiRequest } from '@/lib/http/route'
import { webhookIdQuery } from '@/lib/schemas/webhook'

/** The number in `?id=`, below 2^53. Throws `not_found` for what is none, `validation_failed` where it is not there once. */
export function queriedNumber(request: Pick<ApiRequest, 'url'>): number {
  const { id } = parseQuery(webhookIdQuery, request)
  const number = /^[1-9]\d{0,15}$/.test(id) ? Number(id) : Number.NaN
  if (!Number.isSafeInteger(number)) throw new AppError('not_found')
  return number
}
