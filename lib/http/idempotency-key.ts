import { validationError } from '@/lib/errors'
import type { ApiRequest } from '@/lib/http/route'
import { idempotencyKey } from '@/lib/schemas/event'

/** What a request's `Idempotency-Key` says; null where it has none. Throws `validation_failed`. */
export function idempotencyKeyOf(request: Pick<ApiRequest, 'headers'>): string | null {
  const sent = request.headers.get('idempotency-key')
  if (sent === null) return null
  const parsed = idempotencyKey.safeParse(sent)
  if (parsed.success) return parsed.data
  throw validationError([{ pointer: 'idempotency-key', code: 'invalid', detail: 'Use 1 to 200 characters.' }])
}
