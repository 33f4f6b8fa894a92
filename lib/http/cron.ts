import { z } from 'zod'
import { env } from '@/lib/env'
import { drainDueDeliveries } from '@/lib/operations/drain'
import { jsonAnswer } from './answer'
import { requireSecret } from './bearer'
import type { Operation } from './openapi/operation'
import { type Handler, route } from './route'

const number = z.int().min(0)
const run: Operation = {
  id: 'drainDeliveries',
  group: 'Operating',
  summary: 'Send what is due',
  description: 'Drains for 20 seconds at most, for a timer outside. POST and GET do the same.',
  access: 'cronSecret',
  problems: [401, 503],
  answers: {
    200: {
      description: 'What came of it.',
      schema: z
        .object({
          claimed: number,
          delivered: number,
          failed: number,
          retried: number,
          remaining: number.describe('What is still due.'),
          took_ms: number,
        })
        .meta({ id: 'DrainReport' }),
      example: { claimed: 12, delivered: 11, failed: 0, retried: 1, remaining: 0, took_ms: 214 },
    },
  },
}

const drain: Handler = async ({ request, requestId }) => {
  requireSecret(request, 'CRON_SECRET', env().CRON_SECRET)
  const report = await drainDueDeliveries()
  const { claimed, delivered, failed, retried, remaining, tookMs } = report
  return jsonAnswer(200, { claimed, delivered, failed, retried, remaining, took_ms: tookMs }, requestId)
}

/** `/api/cron/deliveries`: one bounded drain, for a timer outside. Hosted crons call with GET. */
export const cronDeliveries = route(
  '/cron/deliveries',
  { GET: drain, POST: drain },
  { GET: { ...run, id: 'drainDeliveriesByGet' }, POST: run },
)
