import type { Verdict } from './verdict'

/** When a breaker opens and for how long; times in ms. */
export type BreakerSettings = {
  /** It opens where at least half of the last `window` attempts failed, once there were `fewest`. */
  window: number
  fewest: number
  /** Attempts without any answer are dear, each holds its slot until the time limit: so many in a row are enough. */
  silentInARow: number
  firstPauseMs: number
  longestPauseMs: number
}

export const breakerDefaults: BreakerSettings = {
  window: 20,
  fewest: 10,
  silentInARow: 5,
  firstPauseMs: 5_000,
  longestPauseMs: 60_000,
}

export type BreakerState = 'closed' | 'open' | 'half_open'

/**
 * Stops sending to an endpoint that fails most of its recent attempts. After a pause it is half open: one attempt
 * goes out as a probe, whose success closes it and whose failure begins a pause twice as long. Time (monotonic ms) and
 * chance are passed in.
 */
export class CircuitBreaker {
  readonly #settings: BreakerSettings
  readonly #random: () => number
  /** Of the last attempts, oldest first: whether each failed. */
  #recent: boolean[] = []
  #silent = 0
  /** How often in a row it opened; 0 while it is closed. */
  #openings = 0
  #openedAtMs = Number.NEGATIVE_INFINITY
  #pausedUntilMs = Number.NEGATIVE_INFINITY

  constructor(settings: BreakerSettings, random: () => number) {
    this.#settings = settings
    this.#random = random
  }

  state(nowMs: number): BreakerState {
    if (this.#openings === 0) return 'closed'
    return nowMs < this.#pausedUntilMs ? 'open' : 'half_open'
  }

  /** When the pause ends or ended. */
  get pausedUntilMs(): number {
    return this.#pausedUntilMs
  }

  /** Counts an attempt that began at `startedAtMs`; says what it changed. */
  record(verdict: Verdict, startedAtMs: number, nowMs: number): 'opened' | 'closed' | undefined {
    if (verdict === 'none') return undefined
    const hasFailed = verdict === 'failed' || verdict === 'silent'
    if (this.#openings > 0) return this.#recordWhileOpen(hasFailed, startedAtMs, nowMs)
    this.#silent = verdict === 'silent' ? this.#silent + 1 : 0
    this.#recent.push(hasFailed)
    if (this.#recent.length > this.#settings.window) this.#recent.shift()
    return hasFailed && this.#isTooMuch() ? this.#open(nowMs) : undefined
  }

  #recordWhileOpen(hasFailed: boolean, startedAtMs: number, nowMs: number): 'opened' | 'closed' | undefined {
    // What was in flight when it opened is part of why it did.
    if (startedAtMs < this.#openedAtMs) return undefined
    if (!hasFailed) {
      this.#openings = 0
      this.#recent = []
      this.#silent = 0
      return 'closed'
    }
    return startedAtMs >= this.#pausedUntilMs ? this.#open(nowMs) : undefined
  }

  #isTooMuch(): boolean {
    const { fewest, silentInARow } = this.#settings
    const failures = this.#recent.filter(Boolean).length
    const isMost = this.#recent.length >= fewest && failures * 2 >= this.#recent.length
    return isMost || this.#silent >= silentInARow
  }

  #open(nowMs: number): 'opened' {
    const { firstPauseMs, longestPauseMs } = this.#settings
    const pauseMs = Math.min(firstPauseMs * 2 ** this.#openings, longestPauseMs)
    this.#openings++
    this.#openedAtMs = nowMs
    // Up to a fifth less, so that the senders of one deployment do not probe together.
    this.#pausedUntilMs = nowMs + pauseMs * (1 - this.#random() / 5)
    return 'opened'
  }
}
