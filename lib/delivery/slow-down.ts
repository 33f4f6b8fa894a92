/**
 * How many requests a receiver that complains of too many gets at once: half as many after each complaint, one more
 * for each round that goes well. Times are monotonic ms.
 */
export class SlowDown {
  #limit = Number.POSITIVE_INFINITY
  #changedAtMs = Number.NEGATIVE_INFINITY

  /** The limit within `most`: at least 1. */
  within(most: number): number {
    return Math.min(most, Math.floor(this.#limit))
  }

  /** A complaint; those of requests that began before the last change are part of what it answered. */
  complain(most: number, startedAtMs: number, nowMs: number): void {
    if (startedAtMs < this.#changedAtMs) return
    this.#limit = Math.max(1, Math.floor(Math.min(this.#limit, most) / 2))
    this.#changedAtMs = nowMs
  }

  /** A success. */
  relax(most: number): void {
    this.#limit += 1 / this.#limit
    if (this.#limit >= most) this.#limit = Number.POSITIVE_INFINITY
  }

  /** Begins anew with one at a time. */
  restart(nowMs: number): void {
    this.#limit = 1
    this.#changedAtMs = nowMs
  }
}
