import { performance } from 'node:perf_hooks'

/** The time of day on this machine. What orders work uses the database's clock instead. */
export function now(): Date {
  return new Date()
}

/** Milliseconds on a clock that never jumps, for durations and leases. */
export function monotonicMs(): number {
  return performance.now()
}
