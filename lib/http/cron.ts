import { env } from '@/lib/env'
import { drainDueDeliveries } from '@/lib/operations/drain'
import { jsonAnswer } from './answer'
import { requireSecret } from './bearer'
import { type Handler, route } from './route'

const drain: Handler = async ({ request, requestId }) => {
  requireSecret(request, 'CRON_SECRET', env().CRON_SECRET)
  const report = await drainDueDeliveries()
  const { claimed, delivered, failed, retried, remaining, tookMs } = report
  return jsonAnswer(200, { claimed, delivered, failed, retried, remaining, took_ms: tookMs }, requestId)
}

/** `/api/cron/deliveries`: one bounded drain, for a timer outside. Hosted crons call with GET. */
export const cronDeliveries = route('/cron/deliveries', { GET: drain, POST: drain })
