import type { ErrorKind, Outcome } from '@/lib/webhooks/outcome'

/** Upper bounds of the buckets that requests are counted in by their duration, in seconds; the last bucket has none. */
export const DURATION_BOUNDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const

/** What came of the attempts of this process since it started. For its operators: what stores see is in the database. */
export class AttemptCounts {
  /** Attempts by their error, null for those that succeeded. */
  readonly byError = new Map<ErrorKind | null, number>()
  /** Requests by duration, one bucket more than there are bounds; not cumulative. */
  readonly durations: number[] = [...DURATION_BOUNDS, 0].fill(0)
  /** The durations of all requests together, in seconds. */
  totalSeconds = 0

  /** One attempt more; `wasSent` says that a request was made. */
  add({ error, durationMs }: Pick<Outcome, 'error' | 'durationMs'>, wasSent: boolean): void {
    this.byError.set(error, (this.byError.get(error) ?? 0) + 1)
    if (!wasSent) return
    const seconds = durationMs / 1000
    const bucket = DURATION_BOUNDS.findIndex((bound) => seconds <= bound)
    const index = bucket === -1 ? DURATION_BOUNDS.length : bucket
    this.durations[index] = (this.durations[index] ?? 0) + 1
    this.totalSeconds += seconds
  }
}
