import { monotonicMs } from '@/lib/clock'

/** When to look at which shard: at once where someone rang, later where something will be due. */
export class Alarm {
  readonly #dueAtMs = new Map<number, number>()
  #wake: (() => void) | undefined

  /** Asks for a look at `shard` in `inMs` at the latest. */
  set(shard: number, inMs = 0): void {
    const atMs = monotonicMs() + Math.max(0, inMs)
    if (atMs >= (this.#dueAtMs.get(shard) ?? Number.POSITIVE_INFINITY)) return
    this.#dueAtMs.set(shard, atMs)
    this.#wake?.()
  }

  /** Ends a `wait` now. */
  interrupt(): void {
    this.#wake?.()
  }

  /** The shards whose time has come; waits for one, for an interruption, or for `mostMs`. */
  async wait(mostMs: number): Promise<number[]> {
    const untilMs = Math.min(monotonicMs() + mostMs, ...this.#dueAtMs.values())
    const pauseMs = untilMs - monotonicMs()
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
    const due = [...this.#dueAtMs].filter(([, atMs]) => atMs <= nowMs).map(([shard]) => shard)
    for (const shard of due) this.#dueAtMs.delete(shard)
    return due
  }
}
