import { hotPool } from '@/lib/db/client'
import { isDatabaseAway } from '@/lib/db/database-errors'
import { type EngineGauges, getEngineGauges } from '@/lib/db/engine-gauges'
import { type AttemptCounts, DURATION_BOUNDS } from '@/lib/delivery/attempt-counts'
import { processSender } from '@/lib/delivery/process-sender'
import type { DrainCounts } from '@/lib/delivery/sender'
import { acceptedEvents } from './accepted-events'
import { type ProcessLoad, readProcessLoad } from './process-load'

export { DURATION_BOUNDS }

/** What an operator's monitoring reads: the deployment as its database knows it, and this process since it started. */
export type Metrics = {
  /** Null while the database cannot be reached. */
  engine: EngineGauges | null
  process: {
    pid: number
    acceptedEvents: number
    attempts: AttemptCounts
    /** Deliveries claimed, and where those that were recorded went. */
    deliveries: DrainCounts
    load: ProcessLoad
  }
}

/** How the deployment and this process stand now. */
export async function getMetrics(): Promise<Metrics> {
  const engine = await getEngineGauges(hotPool()).catch((error: unknown) => {
    if (isDatabaseAway(error)) return null
    throw error
  })
  const { attempts, totals } = processSender()
  return {
    engine,
    process: {
      pid: process.pid,
      acceptedEvents: acceptedEvents(),
      attempts,
      deliveries: totals,
      load: readProcessLoad(),
    },
  }
}
