import { monotonicMs } from '@/lib/clock'

/** One timer, for the earliest time it was set to. */
export class WakeTimer {
  readonly #onTime: () => void
  #timer: NodeJS.Timeout | undefined
  #atMs = Number.POSITIVE_INFINITY

  constructor(onTime: () => void) {
    this.#onTime = onTime
  }

  /** Fires at this monotonic time at the latest; does nothing for undefined. */
  set(atMs: number | undefined): void {
    if (atMs === undefined || atMs >= this.#atMs) return
    this.clear()
    this.#atMs = atMs
    this.#timer = setTimeout(
      () => {
        this.#atMs = Number.POSITIVE_INFINITY
        this.#onTime()
      },
      Math.max(0, Math.ceil(atMs - monotonicMs())),
    )
    this.#timer.unref()
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#atMs = Number.POSITIVE_INFINITY
  }
}
