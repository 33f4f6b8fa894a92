import { setTimeout as pause } from 'node:timers/promises'
import { monotonicMs } from '@/lib/clock'
import { hotPool } from '@/lib/db/client'
import { isWorthRepeating } from '@/lib/db/database-errors'
import { type AttemptResult, recordAttempts } from '@/lib/db/record-attempts'
import { errorText, log } from '@/lib/log'

const MOST_PER_BATCH = 400
/** From one write of a shard to the next, while results keep coming: larger batches touch each statistics row less often. */
const BATCH_MS = 25
/** Fewer results than this in the last write are no stream of them: what comes next is written at once. */
const STREAM = 20
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2_000

type OnRecorded = (shard: number, results: readonly AttemptResult[], won: Set<string>) => void

type Lane = {
  waiting: AttemptResult[]
  added: number
  written: number
  isWriting: boolean
  /** When its last write began, in monotonic ms. */
  beganAtMs: number
  lastCount: number
  /** Ends the wait for more. */
  hurry: (() => void) | undefined
  flushes: Flush[]
}
type Flush = { upTo: number; resolve: () => void }

/**
 * Writes results down, those of a shard together: what arrives while one batch is being written makes the next one.
 * While the database is away it keeps them and tries again; a repeated write changes nothing. A result that the
 * database refuses for itself does not hold up the others: it is logged, and its lease runs out.
 */
export class Recorder {
  readonly #lanes = new Map<number, Lane>()
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
    const lane = this.#lanes.get(shard) ?? {
      waiting: [],
      added: 0,
      written: 0,
      isWriting: false,
      beganAtMs: Number.NEGATIVE_INFINITY,
      lastCount: 0,
      hurry: undefined,
      flushes: [],
    }
    this.#lanes.set(shard, lane)
    lane.waiting.push(result)
    lane.added++
    this.#unrecorded++
    if (lane.waiting.length >= MOST_PER_BATCH) lane.hurry?.()
    if (lane.isWriting) return
    lane.isWriting = true
    // What else comes in this turn goes along.
    setImmediate(() => void this.#writeAll(shard, lane))
  }

  /** Resolves when everything that was added before this call is written. */
  async flush(): Promise<void> {
    await Promise.all(
      [...this.#lanes.values()].map((lane) => {
        if (lane.written >= lane.added) return undefined
        const flushed = new Promise<void>((resolve) => lane.flushes.push({ upTo: lane.added, resolve }))
        lane.hurry?.()
        return flushed
      }),
    )
  }

  async #writeAll(shard: number, lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) {
      await untilWorthWriting(lane)
      lane.beganAtMs = monotonicMs()
      const batch = takeBatch(lane)
      lane.lastCount = batch.length
      await this.#write(shard, batch)
      this.#unrecorded -= batch.length
      lane.written += batch.length
      const done = lane.flushes.filter(({ upTo }) => upTo <= lane.written)
      lane.flushes = lane.flushes.filter(({ upTo }) => upTo > lane.written)
      for (const { resolve } of done) resolve()
    }
    lane.isWriting = false
  }

  async #write(shard: number, batch: readonly AttemptResult[]): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        const { won } = await recordAttempts(hotPool(), shard, batch)
        this.#onRecorded(shard, batch, won)
        return
      } catch (error) {
        if (!isWorthRepeating(error)) return this.#writeApart(shard, batch, error)
        log.warn('attempts could not be recorded yet', {
          shard,
          count: batch.length,
          error: errorText(error),
        })
        await pause(pauseMs)
      }
    }
  }

  async #writeApart(shard: number, batch: readonly AttemptResult[], error: unknown): Promise<void> {
    const [only] = batch
    if (batch.length === 1 && only) {
      const { deliveryId } = only
      log.error('an attempt cannot be recorded', { shard, deliveryId, error: errorText(error) })
      return
    }
    const middle = Math.ceil(batch.length / 2)
    await this.#write(shard, batch.slice(0, middle))
    await this.#write(shard, batch.slice(middle))
  }
}

/** Waits for more soon after a write, unless there is enough or someone waits for what there is. */
async function untilWorthWriting(lane: Lane): Promise<void> {
  if (lane.lastCount < STREAM) return
  const restMs = lane.beganAtMs + BATCH_MS - monotonicMs()
  if (restMs <= 0 || lane.waiting.length >= MOST_PER_BATCH || lane.flushes.length > 0) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, restMs)
    lane.hurry = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  lane.hurry = undefined
}

/** The next results, no two of one delivery: its second one must see what the first one left. */
function takeBatch(lane: Lane): AttemptResult[] {
  const batch: AttemptResult[] = []
  const rest: AttemptResult[] = []
  const seen = new Set<string>()
  for (const result of lane.waiting) {
    const fits = batch.length < MOST_PER_BATCH && !seen.has(result.deliveryId)
    seen.add(result.deliveryId)
    if (fits) batch.push(result)
    else rest.push(result)
  }
  lane.waiting = rest
  return batch
}
