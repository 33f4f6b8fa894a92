import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { drainDueDeliveries } from '@/lib/operations/drain'
import { jsonAnswer } from './answer'
import { type Handler, route } from './route'

const drain: Handler = async ({ request, requestId }) => {
  const { CRON_SECRET } = env()
  if (CRON_SECRET === undefined) throw new AppError('not_configured', 'Set CRON_SECRET to use this path.')
  const [, sent = ''] = /^Bearer +([^ ]+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (!timingSafeEqual(digest(sent), digest(CRON_SECRET))) throw new AppError('unauthenticated')
  const report = await drainDueDeliveries()
  const { claimed, delivered, failed, retried, remaining, tookMs } = report
  return jsonAnswer(200, { claimed, delivered, failed, retried, remaining, took_ms: tookMs }, requestId)
}

/** `/api/cron/deliveries`: one bounded drain, for a timer outside. Hosted crons call with GET. */
export const cronDeliveries = route('/cron/deliveries', { GET: drain, POST: drain })

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
