import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 20

/** What this process uses: bytes, seconds of processor time, and how late its event loop was since it was last asked. */
export type ProcessLoad = {
  startedAtSeconds: number
  cpuSeconds: number
  residentBytes: number
  heapBytes: number
  lagSeconds: { mean: number; p99: number; max: number }
}

// Watching begins when someone first asks: whoever has no use for it does not pay for it.
let delays: IntervalHistogram | undefined

/** How much this process uses now. */
export function readProcessLoad(): ProcessLoad {
  const watched = delays ?? monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  watched.enable()
  const isNew = delays === undefined
  delays = watched
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  // It measures from one tick to the next, of which the interval itself is no delay.
  const lag = (nanoseconds: number) => (isNew ? 0 : Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1e3))
  const lagSeconds = {
    mean: lag(watched.count === 0 ? 0 : watched.mean),
    p99: lag(watched.percentile(99)),
    max: lag(watched.max),
  }
  watched.reset()
  return {
    startedAtSeconds: Math.round(Date.now() / 1000 - process.uptime()),
    cpuSeconds: (user + system) / 1e6,
    residentBytes: rss,
    heapBytes: heapUsed,
    lagSeconds,
  }
}
