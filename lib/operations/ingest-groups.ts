import { isDatabaseAway } from '@/lib/db/database-errors'
import type { NewEvent } from '@/lib/db/ingest-events'

const MOST_EVENTS = 500
const MOST_CHARACTERS = 4 * 1024 * 1024

/** Of an ingest: the ids of events whose key was known with other content, for which nothing at all was stored. */
type Conflicting = { conflicts: readonly string[] }

type Waiting<Answer> = {
  events: readonly NewEvent[]
  resolve(answer: Answer): void
  reject(error: unknown): void
}

type Shard<Answer> = { waiting: Waiting<Answer>[]; running: number }

/**
 * Stores together what different requests bring for one shard: what arrives while `statementsAtOnce` ingests are under
 * way makes the next one. Each request is still stored whole or not at all, and what is wrong with one concerns no
 * other: a group that conflicts, or that PostgreSQL refuses, is taken apart. An answer is that of the whole group.
 */
export class IngestGroups<Answer extends Conflicting> {
  readonly #ingest: (shard: number, events: readonly NewEvent[]) => Promise<Answer>
  readonly #statementsAtOnce: number
  readonly #shards = new Map<number, Shard<Answer>>()

  constructor(
    ingest: (shard: number, events: readonly NewEvent[]) => Promise<Answer>,
    { statementsAtOnce }: { statementsAtOnce: number },
  ) {
    this.#ingest = ingest
    this.#statementsAtOnce = statementsAtOnce
  }

  /** Stores the events of one request with those of others; resolves and rejects as an ingest of them alone would. */
  store(shardNumber: number, events: readonly NewEvent[]): Promise<Answer> {
    const shard = this.#shards.get(shardNumber) ?? { waiting: [], running: 0 }
    this.#shards.set(shardNumber, shard)
    return new Promise((resolve, reject) => {
      shard.waiting.push({ events, resolve, reject })
      if (shard.running < this.#statementsAtOnce) void this.#work(shardNumber, shard)
    })
  }

  async #work(shardNumber: number, shard: Shard<Answer>): Promise<void> {
    shard.running++
    while (shard.waiting.length > 0) await this.#run(shardNumber, takeGroup(shard.waiting))
    shard.running--
  }

  async #run(shard: number, group: readonly Waiting<Answer>[]): Promise<void> {
    if (group.length === 0) return
    try {
      const answer = await this.#ingest(
        shard,
        group.flatMap((request) => request.events),
      )
      if (answer.conflicts.length === 0 || group.length === 1) {
        for (const { resolve } of group) resolve(answer)
        return
      }
      const conflicting = new Set(answer.conflicts)
      const isAtFault = ({ events }: Waiting<Answer>) => events.some(({ id }) => conflicting.has(id))
      // What is not at fault first: a key may be in conflict with one of theirs.
      await this.#run(
        shard,
        group.filter((request) => !isAtFault(request)),
      )
      for (const request of group.filter(isAtFault)) await this.#run(shard, [request])
    } catch (error) {
      if (group.length === 1 || isDatabaseAway(error)) {
        for (const { reject } of group) reject(error)
        return
      }
      // Halves of halves: one bad request among many costs a few statements, not one for each.
      const middle = Math.ceil(group.length / 2)
      await this.#run(shard, group.slice(0, middle))
      await this.#run(shard, group.slice(middle))
    }
  }
}

/** Takes the longest waiting that make one statement, ordered by store: two statements lock the same keys in one order. */
function takeGroup<Answer>(waiting: Waiting<Answer>[]): Waiting<Answer>[] {
  let taken = 0
  let events = 0
  let characters = 0
  for (const request of waiting) {
    events += request.events.length
    characters += request.events.reduce((sum, { data }) => sum + data.length, 0)
    if (taken > 0 && (events > MOST_EVENTS || characters > MOST_CHARACTERS)) break
    taken++
  }
  return waiting.splice(0, taken).sort((one, other) => compare(storeOf(one), storeOf(other)))
}

function storeOf({ events }: Waiting<unknown>): string {
  return events[0]?.storeId ?? ''
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
