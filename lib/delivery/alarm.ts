import { monotonicMs } from '@/lib/clock'

/** Whether to look at all that is due, or only to take more of what was known to be due. */
export type Reason = 'look' | 'refill'

/** When to look at which shard: at once where someone rang, later where something will be due. */
export class Alarm {
  readonly #dueAtMs = new Map<number, number>()
  readonly #refills = new Set<number>()
  #wake: (() => void) | undefined

  /** Asks for a look at `shard` in `inMs` at the latest. */
  set(shard: number, inMs = 0): void {
    const atMs = monotonicMs() + Math.max(0, inMs)
    if (atMs >= (this.#dueAtMs.get(shard) ?? Number.POSITIVE_INFINITY)) return
    this.#dueAtMs.set(shard, atMs)
    this.#wake?.()
  }

  /** Asks for more of what was known to be due. */
  refill(shard: number): void {
    this.#refills.add(shard)
    this.#wake?.()
  }

  /** Ends a `wait` now. */
  interrupt(): void {
    this.#wake?.()
  }

  /** The shards whose time has come, and why; waits for one, for an interruption, or for `mostMs`. */
  async wait(mostMs: number): Promise<Map<number, Reason>> {
    const untilMs = Math.min(monotonicMs() + mostMs, ...this.#dueAtMs.values())
    const pauseMs = this.#refills.size > 0 ? 0 : untilMs - monotonicMs()
    if (pauseMs > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.ceil(pauseMs))
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = undefined
    }
    const nowMs = monotonicMs()
    const reasons = new Map<number, Reason>()
    for (const shard of this.#refills) reasons.set(shard, 'refill')
    this.#refills.clear()
    for (const [shard, atMs] of this.#dueAtMs) {
      if (atMs > nowMs) continue
      this.#dueAtMs.delete(shard)
      reasons.set(shard, 'look')
    }
    return reasons
  }
}
