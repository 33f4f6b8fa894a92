import { z } from 'zod'
import type { Operation } from './operation'

/** `/api/metrics` */
export const metricsOperation: Operation = {
  id: 'getMetrics',
  group: 'Operating',
  summary: 'Get the metrics',
  description: 'Prometheus text.',
  access: 'metricsToken',
  problems: [401, 503],
  answers: { 200: { description: 'The metrics.', schema: z.string(), contentType: 'text/plain' } },
}
