import type { Outcome } from '@/lib/webhooks/outcome'
import { type BreakerSettings, type BreakerState, CircuitBreaker } from './circuit-breaker'
import { SlowDown } from './slow-down'
import { TokenBucket } from './token-bucket'
import { isOverloaded, verdictOf } from './verdict'

/** The longest that a receiver's Retry-After holds up all of its endpoint. */
const LONGEST_PAUSE_MS = 5 * 60_000

/** What an endpoint may have, over all senders, and the revision of its configuration that says so. */
export type EndpointFacts = { concurrency: number; rateLimit: number | null; revision: number }

/** An attempt that ended; times are monotonic ms. */
export type EndedAttempt = { outcome: Outcome; wasSent: boolean; isTest: boolean; startedAtMs: number }

/** An endpoint's pause that began, with its length in ms, or (null) that is over since the endpoint is well. */
export type PauseChange = { pausedForMs: number | null }

/** What one endpoint may have from this process now, by its limits and by how it answered. */
export class EndpointLimit {
  readonly #shareOf: (total: number) => number
  readonly #newBreaker: () => CircuitBreaker
  #facts: EndpointFacts
  #bucket: TokenBucket | undefined
  #breaker: CircuitBreaker
  #slowDown = new SlowDown()
  #askedToWaitUntilMs = Number.NEGATIVE_INFINITY

  constructor(
    facts: EndpointFacts,
    settings: { shareOf: (total: number) => number; breaker: BreakerSettings; random: () => number },
  ) {
    this.#shareOf = settings.shareOf
    this.#newBreaker = () => new CircuitBreaker(settings.breaker, settings.random)
    this.#facts = facts
    this.#breaker = this.#newBreaker()
  }

  /** Takes note of its configuration; where that was changed, what is known of the endpoint counts no more. */
  learn(facts: EndpointFacts): void {
    if (facts.revision < this.#facts.revision) return
    if (facts.revision > this.#facts.revision) {
      this.#breaker = this.#newBreaker()
      this.#slowDown = new SlowDown()
      this.#askedToWaitUntilMs = Number.NEGATIVE_INFINITY
    }
    this.#facts = facts
  }

  /** This process's part of the requests at once. */
  get share(): number {
    return this.#shareOf(this.#facts.concurrency)
  }

  /** This process's part of the requests a second; Infinity where there is no limit. */
  get rate(): number {
    const { rateLimit } = this.#facts
    return rateLimit === null ? Number.POSITIVE_INFINITY : this.#shareOf(rateLimit)
  }

  /** How many requests at once are good for it now, pauses aside. */
  cap(nowMs: number): number {
    return this.#breaker.state(nowMs) === 'closed'
      ? this.#slowDown.within(this.share)
      : Math.min(1, this.share)
  }

  /** For how long nothing but what people ask for goes out; 0 for no pause. */
  pausedForMs(nowMs: number): number {
    const breakerMs = this.#breaker.state(nowMs) === 'open' ? this.#breaker.pausedUntilMs - nowMs : 0
    return Math.max(0, this.#askedToWaitUntilMs - nowMs, breakerMs)
  }

  breakerState(nowMs: number): BreakerState {
    return this.#breaker.state(nowMs)
  }

  /** How long until the rate allows a request. */
  tokenWaitMs(nowMs: number): number {
    return this.#tokens(nowMs)?.waitMs(nowMs) ?? 0
  }

  /** Counts a request that starts. */
  begin(nowMs: number): void {
    this.#tokens(nowMs)?.take(nowMs)
  }

  /** Learns from an attempt; says which pause began or is over. */
  end({ outcome, wasSent, isTest, startedAtMs }: EndedAttempt, nowMs: number): PauseChange | undefined {
    const wasPaused = this.pausedForMs(nowMs) > 0
    // A test send is nothing that an endpoint suffers for: only its success says something.
    const verdict = isTest && !outcome.ok ? 'none' : verdictOf(outcome, wasSent)
    const change = this.#breaker.record(verdict, startedAtMs, nowMs)
    if (change === 'closed') {
      this.#slowDown.restart(nowMs)
      this.#askedToWaitUntilMs = Number.NEGATIVE_INFINITY
    } else if (verdict !== 'none') this.#adapt(outcome, startedAtMs, nowMs)
    if (change === 'closed') return { pausedForMs: null }
    const pausedForMs = this.pausedForMs(nowMs)
    return change === 'opened' || (!wasPaused && pausedForMs > 0) ? { pausedForMs } : undefined
  }

  #adapt(outcome: Outcome, startedAtMs: number, nowMs: number): void {
    if (outcome.ok) this.#slowDown.relax(this.share)
    if (isOverloaded(outcome)) this.#slowDown.complain(this.share, startedAtMs, nowMs)
    if (outcome.retryAfterMs !== null) {
      const untilMs = nowMs + Math.min(outcome.retryAfterMs, LONGEST_PAUSE_MS)
      this.#askedToWaitUntilMs = Math.max(this.#askedToWaitUntilMs, untilMs)
    }
  }

  #tokens(nowMs: number): TokenBucket | undefined {
    const rate = this.rate
    if (rate === Number.POSITIVE_INFINITY) this.#bucket = undefined
    else if (this.#bucket) this.#bucket.setRate(rate, nowMs)
    else this.#bucket = new TokenBucket(rate, nowMs)
    return this.#bucket
  }
}
