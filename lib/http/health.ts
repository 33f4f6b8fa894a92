import { checkHealth } from '@/lib/operations/health'
import { jsonAnswer } from './answer'
import { route } from './route'

/** `/api/health`: 200 when the database answers and every migration is applied. */
export const health = route('/health', {
  GET: async ({ requestId }) => {
    const status = await checkHealth()
    return jsonAnswer(status === 'ok' ? 200 : 503, { status }, requestId)
  },
})
