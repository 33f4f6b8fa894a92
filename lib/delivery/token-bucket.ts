/** So much of a second's requests may follow each other at once, and one more. */
const BURST = 0.05

/** Lets `perSecond` requests start a second, on a clock in ms that is passed in and never goes back. */
export class TokenBucket {
  #perSecond: number
  #tokens = 1
  #filledAtMs: number

  constructor(perSecond: number, nowMs: number) {
    this.#perSecond = perSecond
    this.#filledAtMs = nowMs
  }

  setRate(perSecond: number, nowMs: number): void {
    this.#fill(nowMs)
    this.#perSecond = perSecond
  }

  /** How long until the next request may start; 0 for now, Infinity for never at this rate. */
  waitMs(nowMs: number): number {
    this.#fill(nowMs)
    if (this.#perSecond === 0) return Number.POSITIVE_INFINITY
    return this.#tokens >= 1 ? 0 : ((1 - this.#tokens) / this.#perSecond) * 1000
  }

  /** Counts a request that starts. */
  take(nowMs: number): void {
    this.#fill(nowMs)
    this.#tokens--
  }

  #fill(nowMs: number): void {
    const fresh = ((nowMs - this.#filledAtMs) / 1000) * this.#perSecond
    // The one more makes up for timers that fire late.
    this.#tokens = Math.min(1 + this.#perSecond * BURST, this.#tokens + fresh)
    this.#filledAtMs = nowMs
  }
}
