import { z } from 'zod'
import { checkHealth } from '@/lib/operations/health'
import { jsonAnswer, RETRY_AFTER_SECONDS } from './answer'
import type { Operation } from './openapi/operation'
import { route } from './route'

const get: Operation = {
  id: 'getHealth',
  group: 'Operating',
  summary: 'See whether it is well',
  access: 'anyone',
  answers: {
    200: {
      description: 'The database answers, and every migration is applied.',
      schema: z.object({ status: z.literal('ok') }).meta({ id: 'Healthy' }),
      example: { status: 'ok' },
    },
    503: {
      description: 'It is not well; `status` says why.',
      schema: z.object({ status: z.string() }).meta({ id: 'Unhealthy' }),
      example: { status: 'database_unreachable' },
      headers: ['Retry-After'],
    },
  },
}

/** `/api/health`: 200 when the database answers and every migration is applied. */
export const health = route(
  '/health',
  {
    GET: async ({ requestId }) => {
      const status = await checkHealth()
      if (status === 'ok') return jsonAnswer(200, { status }, requestId)
      const answer = jsonAnswer(503, { status }, requestId)
      answer.headers['retry-after'] = RETRY_AFTER_SECONDS
      return answer
    },
  },
  { GET: get },
)
