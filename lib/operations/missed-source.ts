import { now } from '@/lib/clock'
import { listCancelledByPause } from '@/lib/db/cancelled-by-pause'
import { hotPool, pool } from '@/lib/db/client'
import { listEndpointRoom } from '@/lib/db/endpoint-room'
import { earlierOf, lastIdAt } from '@/lib/db/id-range'
import type { ResendLease } from '@/lib/db/lease-resends'
import { listMissedEvents } from '@/lib/db/missed-events'
import { queueMissed } from '@/lib/db/queue-missed'
import { queueResends } from '@/lib/db/queue-resends'
import type { CatchUpPosition, MissedTime, ResendJob } from '@/lib/db/resend-jobs'
import type { ResendSource, SourceStep } from './resend-source'

const WINDOW = 2_000
/** An event is stored a moment after its id was made: what is younger is looked at later. */
const SETTLED_MS = 1_000

/** What an endpoint missed: for each of its disabled times, first what was cancelled as it began, then the events. */
export class MissedSource implements ResendSource {
  readonly #job: ResendJob & { kind: 'catch_up' }
  #at: CatchUpPosition
  #ahead: string[] = []
  /** Where what was read ahead ends; null where nothing was read for this part yet. */
  #readTo: { id: string; isEnd: boolean } | null = null

  constructor(job: ResendJob & { kind: 'catch_up' }) {
    this.#job = job
    this.#at = job.progress
  }

  async step(lease: ResendLease, most: number): Promise<SourceStep | null> {
    const endpointId = this.#job.endpointId ?? ''
    const time = this.#job.plan.times[this.#at.time]
    const rooms = await listEndpointRoom(hotPool(), lease.shard, lease.jobId, [endpointId])
    const room = rooms.get(endpointId)
    if (!time || !room || room.isStopped) return { lease, queued: 0, state: 'done' }
    const count = Math.min(most, room.room)
    if (count <= 0) return { lease, queued: 0, state: 'blocked' }
    return this.#at.part === 'cancelled'
      ? this.#stepCancelled(lease, endpointId, time, count)
      : this.#stepMissed(lease, endpointId, time, count)
  }

  async #stepCancelled(
    lease: ResendLease,
    endpointId: string,
    time: MissedTime,
    count: number,
  ): Promise<SourceStep | null> {
    if (this.#ahead.length === 0) {
      const page = await listCancelledByPause(pool(), this.#job, endpointId, time, this.#at.cursor)
      this.#ahead = page.ids
      this.#readTo = { id: page.reached ?? '', isEnd: page.reached === null }
    }
    const ids = this.#ahead.splice(0, count)
    if (this.#ahead.length > 0) this.#at = { ...this.#at, cursor: ids.at(-1) ?? this.#at.cursor }
    else if (this.#readTo?.isEnd) this.#at = { ...this.#at, part: 'missed', cursor: time.after }
    else this.#at = { ...this.#at, cursor: this.#readTo?.id ?? null }
    const step = { ids, trigger: 'catch_up', includeDelivered: false, progress: this.#at } as const
    const answer = await queueResends(hotPool(), lease, step)
    return answer && { ...answer, state: 'more' }
  }

  async #stepMissed(
    lease: ResendLease,
    endpointId: string,
    time: MissedTime,
    count: number,
  ): Promise<SourceStep | null> {
    if (this.#ahead.length === 0) {
      const settled = lastIdAt(now().getTime() - SETTLED_MS)
      const upTo = earlierOf(time.upTo, settled)
      const after = this.#at.cursor ?? time.after
      if (after >= upTo) return { lease, queued: 0, state: 'blocked' }
      const page = await listMissedEvents(pool(), this.#job, { endpointId, after, upTo, window: WINDOW })
      this.#ahead = page.ids
      this.#readTo = { id: page.reached ?? upTo, isEnd: page.reached === null && upTo === time.upTo }
    }
    const eventIds = this.#ahead.splice(0, count)
    const caughtUpTo =
      this.#ahead.length > 0 ? (eventIds.at(-1) ?? time.after) : (this.#readTo?.id ?? time.upTo)
    const isEnd = this.#ahead.length === 0 && this.#readTo?.isEnd
    this.#at = isEnd
      ? { time: this.#at.time + 1, part: 'cancelled', cursor: null }
      : { ...this.#at, cursor: caughtUpTo }
    const { pauseId } = time
    const answer = await queueMissed(hotPool(), lease, { eventIds, pauseId, caughtUpTo, progress: this.#at })
    return answer && { ...answer, state: 'more' }
  }
}
