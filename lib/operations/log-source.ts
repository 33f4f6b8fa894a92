import { hotPool, pool } from '@/lib/db/client'
import { listDeliveries, type SearchPace } from '@/lib/db/delivery-log'
import type { LogFilter } from '@/lib/db/delivery-log-filter'
import { type EndpointRoom, listEndpointRoom } from '@/lib/db/endpoint-room'
import type { ResendLease } from '@/lib/db/lease-resends'
import { queueResends } from '@/lib/db/queue-resends'
import type { Lane, ResendJob, StoredSearch } from '@/lib/db/resend-jobs'
import { asksForDelivered, resendableStatuses } from './resend-plan'
import type { ResendSource, SourceStep } from './resend-source'

const BEGINNING = '00000000-0000-0000-0000-000000000000'
const PAGE = 200
const PACE: SearchPace = { windows: [4_000], budgetMs: 20 }

/** A lane with what was read ahead; `readFrom` is null where nothing more is to be read. */
type OpenLane = { endpointId: string; cursor: string | null; ahead: string[]; readFrom: string | null }

/** The deliveries of the log that a bulk resend is about: each endpoint's in a lane of its own, so that none holds up another. */
export class LogSource implements ResendSource {
  readonly #job: ResendJob & { kind: 'resend' }
  readonly #search: LogFilter
  readonly #lanes: OpenLane[]
  readonly #done: Lane[]

  constructor(job: ResendJob & { kind: 'resend' }) {
    this.#job = job
    const { progress } = job
    const { search } = job.plan
    const statuses = resendableStatuses(job.plan.filter).filter(
      (status) => search.statuses?.includes(status) ?? true,
    )
    this.#search = {
      ...toSearch(search),
      statuses,
      hideTests: true,
    }
    this.#done = progress.filter(({ isDone }) => isDone)
    this.#lanes = progress
      .filter(({ isDone }) => !isDone)
      .map(({ endpointId, cursor }) => ({ endpointId, cursor, ahead: [], readFrom: cursor ?? BEGINNING }))
  }

  async step(lease: ResendLease, most: number): Promise<SourceStep | null> {
    const rooms = await listEndpointRoom(
      hotPool(),
      lease.shard,
      lease.jobId,
      this.#lanes.map(({ endpointId }) => endpointId),
    )
    const { hasRead, hasClosed } = await this.#readAhead(rooms)
    if (this.#lanes.length === 0 && !hasClosed) return { lease, queued: 0, state: 'done' }

    const ids = this.#lanes
      .flatMap(({ endpointId, ahead }) => ahead.slice(0, Math.max(0, rooms.get(endpointId)?.room ?? 0)))
      .sort()
      .slice(0, most)
    if (ids.length === 0 && !hasClosed) return { lease, queued: 0, state: hasRead ? 'more' : 'blocked' }
    this.#pass(new Set(ids))
    const answer = await queueResends(hotPool(), lease, {
      ids,
      trigger: 'resend',
      includeDelivered: asksForDelivered(this.#job.plan.filter),
      progress: [
        ...this.#done,
        ...this.#lanes.map(({ endpointId, cursor }) => ({ endpointId, cursor, isDone: false })),
      ],
    })
    return answer && { ...answer, state: 'more' }
  }

  /** Reads a page for each lane that has room and nothing at hand, and closes those that came to their end. */
  async #readAhead(
    rooms: ReadonlyMap<string, EndpointRoom>,
  ): Promise<{ hasRead: boolean; hasClosed: boolean }> {
    let hasRead = false
    let hasClosed = false
    for (const lane of [...this.#lanes]) {
      const room = rooms.get(lane.endpointId)
      const isStopped = room === undefined || room.isStopped
      if (!isStopped && room.room > 0 && lane.ahead.length === 0 && lane.readFrom !== null) {
        await this.#read(lane)
        hasRead = true
      }
      if (!isStopped && (lane.ahead.length > 0 || lane.readFrom !== null)) continue
      hasClosed = true
      this.#lanes.splice(this.#lanes.indexOf(lane), 1)
      this.#done.push({ endpointId: lane.endpointId, cursor: lane.cursor, isDone: true })
    }
    return { hasRead, hasClosed }
  }

  async #read(lane: OpenLane): Promise<void> {
    const { plan } = this.#job
    const page = await listDeliveries(
      pool(),
      this.#job,
      { ...this.#search, endpointIds: [lane.endpointId] },
      { limit: PAGE, before: lane.readFrom ?? BEGINNING },
      PACE,
    )
    const ids = page.rows.map(({ id }) => id).reverse()
    lane.ahead = ids.filter((id) => id <= plan.upTo)
    const isPast = lane.ahead.length < ids.length || (page.previousCursor ?? '') > plan.upTo
    lane.readFrom = isPast ? null : page.previousCursor
  }

  #pass(ids: ReadonlySet<string>): void {
    for (const lane of this.#lanes) {
      const passed = lane.ahead.filter((id) => ids.has(id))
      lane.ahead = lane.ahead.slice(passed.length)
      lane.cursor = passed.at(-1) ?? lane.cursor
    }
  }
}

function toSearch({ since, until, ...search }: StoredSearch): LogFilter {
  return { ...search, since: since ? new Date(since) : undefined, until: until ? new Date(until) : undefined }
}
