import { isDatabaseAway } from '@/lib/db/database-errors'
import { AppError } from '@/lib/errors'
import { errorText, log } from '@/lib/log'

/** Whatever an operation threw, as a refusal to show; what was nobody's intention is logged under the request's id. */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error
  const code = isDatabaseAway(error) ? 'unavailable' : 'internal'
  log.error(code === 'unavailable' ? 'the database is away' : 'a request failed', {
    requestId,
    error: errorText(error),
  })
  return new AppError(code)
}
