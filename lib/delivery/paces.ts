/** From here on, an endpoint's answers take long: in ms, as a moving average, or of the oldest one still awaited. */
const SLOW_MS = 1_000
/** How much the newest answer counts in the average. */
const WEIGHT = 0.2

/** A request in flight; times are monotonic ms. */
export type Run = { readonly endpointId: string; readonly startedAtMs: number }

export type PaceKind = 'quick' | 'slow' | 'unknown'

type Pace = { runs: Set<Run>; averageMs: number | undefined; isQuick: boolean }

/** How long endpoints take to answer, so that those that take long can be kept from filling the process. */
export class Paces {
  readonly #paces = new Map<string, Pace>()
  #notQuick = 0

  /** Requests in flight to endpoints that are not known to be quick. */
  get notQuick(): number {
    return this.#notQuick
  }

  begin(endpointId: string, nowMs: number): Run {
    const pace = this.#paces.get(endpointId) ?? { runs: new Set(), averageMs: undefined, isQuick: false }
    this.#paces.set(endpointId, pace)
    const run = { endpointId, startedAtMs: nowMs }
    pace.runs.add(run)
    if (!pace.isQuick) this.#notQuick++
    return run
  }

  /** `wasSent` is false where there was no request after all. */
  end(run: Run, wasSent: boolean, nowMs: number): void {
    const pace = this.#paces.get(run.endpointId)
    if (!pace?.runs.delete(run)) return
    if (!pace.isQuick) this.#notQuick--
    if (wasSent) {
      const tookMs = nowMs - run.startedAtMs
      pace.averageMs =
        pace.averageMs === undefined ? tookMs : pace.averageMs + WEIGHT * (tookMs - pace.averageMs)
    }
    this.#classify(pace, nowMs)
  }

  /** How it answers; of one that has not answered yet, nothing is known until it hangs. */
  of(endpointId: string, nowMs: number): PaceKind {
    const pace = this.#paces.get(endpointId)
    if (!pace) return 'unknown'
    this.#classify(pace, nowMs)
    if (pace.isQuick) return 'quick'
    return pace.averageMs === undefined && !hangs(pace, nowMs) ? 'unknown' : 'slow'
  }

  /** Looks at those that have something in flight, since what hangs does not end. */
  sweep(nowMs: number): void {
    for (const pace of this.#paces.values()) if (pace.runs.size > 0) this.#classify(pace, nowMs)
  }

  forget(endpointId: string): void {
    if (this.#paces.get(endpointId)?.runs.size === 0) this.#paces.delete(endpointId)
  }

  #classify(pace: Pace, nowMs: number): void {
    const isQuick = pace.averageMs !== undefined && pace.averageMs <= SLOW_MS && !hangs(pace, nowMs)
    if (isQuick === pace.isQuick) return
    pace.isQuick = isQuick
    this.#notQuick += isQuick ? -pace.runs.size : pace.runs.size
  }
}

function hangs(pace: Pace, nowMs: number): boolean {
  const [oldest] = pace.runs
  return oldest !== undefined && nowMs - oldest.startedAtMs > SLOW_MS
}
