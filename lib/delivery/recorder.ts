import { hotPool } from '@/lib/db/client'
import { type AttemptResult, recordAttempts } from '@/lib/db/record-attempts'
import { errorText, log } from '@/lib/log'

const MOST_PER_BATCH = 400
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2_000

type OnRecorded = (shard: number, results: AttemptResult[], won: Set<string>) => void

/**
 * Writes results down, those of a shard together: what arrives while one batch is being written makes the next one.
 * While the database is away it keeps them and tries again; a repeated write changes nothing.
 */
export class Recorder {
  readonly #waiting = new Map<number, AttemptResult[]>()
  readonly #writing = new Map<number, Promise<void>>()
  readonly #onRecorded: OnRecorded
  #unrecorded = 0

  constructor(onRecorded: OnRecorded) {
    this.#onRecorded = onRecorded
  }

  /** How many results are not written yet. */
  get unrecorded(): number {
    return this.#unrecorded
  }

  add(shard: number, result: AttemptResult): void {
    const waiting = this.#waiting.get(shard)
    if (waiting) waiting.push(result)
    else this.#waiting.set(shard, [result])
    this.#unrecorded++
    if (!this.#writing.has(shard)) this.#begin(shard)
  }

  /** Resolves when everything that was added is written. */
  async flush(): Promise<void> {
    while (this.#writing.size > 0) await Promise.all(this.#writing.values())
  }

  #begin(shard: number): void {
    const writing = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#writeAll(shard))
      .finally(() => {
        this.#writing.delete(shard)
        if (this.#waiting.has(shard)) this.#begin(shard)
      })
    this.#writing.set(shard, writing)
  }

  async #writeAll(shard: number): Promise<void> {
    for (;;) {
      const waiting = this.#waiting.get(shard)
      if (!waiting) return
      const batch = waiting.splice(0, MOST_PER_BATCH)
      if (waiting.length === 0) this.#waiting.delete(shard)
      const won = await this.#write(shard, batch)
      this.#unrecorded -= batch.length
      this.#onRecorded(shard, batch, won)
    }
  }

  async #write(shard: number, batch: AttemptResult[]): Promise<Set<string>> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        const { won } = await recordAttempts(hotPool(), shard, batch)
        return won
      } catch (error) {
        log.warn('attempts could not be recorded yet', {
          shard,
          count: batch.length,
          error: errorText(error),
        })
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }
}
