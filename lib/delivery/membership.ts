import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { monotonicMs } from '@/lib/clock'
import { hotPool } from '@/lib/db/client'
import { beatSender, type LiveSender, removeSenders, SENDER_LIVE_MS } from '@/lib/db/senders'
import { newId } from '@/lib/ids'
import { errorText, log } from '@/lib/log'
import packageJson from '@/package.json' with { type: 'json' }
import { MemberViews, type Position } from './member-views'

const BEAT_MS = 2_000
/** While senders come and go, all should know of it soon. */
const FAST_BEAT_MS = 100
/** Who could not show itself for so long stops, before the others may take it for dead. */
const FENCE_MS = SENDER_LIVE_MS - 1_000

/** All that this process ever was on the list. */
const ownIds = new Set<string>()

/**
 * The place of a sender among the live ones of its database. While anything holds it, it shows itself there, so that
 * the others leave it its share; at the end it is struck off the list.
 */
export class Membership {
  readonly #id = newId()
  readonly #views = new MemberViews(this.#id)
  readonly #beatMs: number
  readonly #onChange: () => void
  #beatAtMs = Number.NEGATIVE_INFINITY
  #holders = 0
  #ending = new AbortController()
  #loop: Promise<void> | undefined
  #waiters: (() => void)[] = []

  constructor({ beatMs = BEAT_MS, onChange }: { beatMs?: number | undefined; onChange: () => void }) {
    this.#beatMs = beatMs
    this.#onChange = onChange
    ownIds.add(this.#id)
  }

  /** Becomes or stays a member, until `leave` was called as often. */
  join(): void {
    this.#holders++
    if (this.#holders > 1) return
    this.#ending = new AbortController()
    const { signal } = this.#ending
    const before = this.#loop ?? Promise.resolve()
    this.#loop = before.then(() => this.#run(signal))
  }

  /** Resolves once all senders know of this one, or after `mostMs`. */
  async settled(mostMs: number): Promise<void> {
    if (this.position) return
    const isOver = new AbortController()
    const settled = new Promise<void>((resolve) => this.#waiters.push(resolve))
    await Promise.race([settled, pause(mostMs, undefined, { signal: isOver.signal }).catch(() => {})])
    isOver.abort()
  }

  /** To be called once nothing is in flight. */
  async leave(): Promise<void> {
    this.#holders--
    if (this.#holders > 0) return
    this.#ending.abort()
    await this.#loop
  }

  /** This sender's part of what all may do to an endpoint; 0 where the others may not know of it. */
  share(total: number, endpointId: string): number {
    return this.#isFenced ? 0 : this.#views.share(total, endpointId)
  }

  /** How many senders there are and which one this is, while all agree on it. */
  get position(): Position | undefined {
    return this.#isFenced ? undefined : this.#views.settled
  }

  get #isFenced(): boolean {
    return monotonicMs() - this.#beatAtMs > FENCE_MS
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pauseMs = await this.#beat().catch((error: unknown) => {
        log.warn('the sender could not show that it is alive', { error: errorText(error) })
        return this.#beatMs / 2
      })
      await pause(pauseMs, undefined, { signal }).catch(() => {})
    }
    // Where the database is away, the others notice in time.
    await removeSenders(hotPool(), [this.#id]).catch(() => {})
    this.#beatAtMs = Number.NEGATIVE_INFINITY
  }

  /** Shows itself and looks at the others; says when to do so again. */
  async #beat(): Promise<number> {
    const sentAtMs = monotonicMs()
    const { nowMs, others } = await beatSender(hotPool(), {
      id: this.#id,
      host: hostname(),
      pid: process.pid,
      version: packageJson.version,
    })
    const isNew = this.#isFenced
    this.#beatAtMs = sentAtMs
    if (isNew) {
      this.#views.reset()
      // Only now the others can see it: what they do from here on counts.
      const ended = others.filter(hasEnded).map(({ id }) => id)
      if (ended.length > 0) await removeSenders(hotPool(), ended)
      return 0
    }
    if (this.#views.note(nowMs, others)) this.#onChange()
    if (!this.position) return Math.min(FAST_BEAT_MS, this.#beatMs)
    for (const resolve of this.#waiters.splice(0)) resolve()
    return this.#beatMs
  }
}

/** Whether a sender was a process of this machine that is no more: after a crash, its share is not to wait for it. */
function hasEnded({ id, host, pid }: LiveSender): boolean {
  if (host !== hostname() || ownIds.has(id)) return false
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
