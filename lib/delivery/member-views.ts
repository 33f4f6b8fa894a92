import { share } from './share'

/** Another sender as the table of senders shows it; `seenAtMs` is by the database's clock. */
export type Member = { id: string; seenAtMs: number }

/** How many senders there are, and which of them this one is, from 0. */
export type Position = { senders: number; rank: number }

type View = Position & { key: string; notedAtMs: number }

/** The table keeps times to the millisecond, rounded. */
const PRECISION_MS = 2

/**
 * What one sender knows of the live senders. A new list is not believed at once: until each of the others has been
 * seen after it was noted here, so that they know it too, the smallest share of all lists that may be in force counts.
 * So the shares of all senders never add up to more than the whole, while senders come and go.
 */
export class MemberViews {
  readonly #id: string
  /** The lists that someone may go by, oldest first; before them, where `#isNew`, one without this sender. */
  #views: View[] = []
  #isNew = true

  constructor(id: string) {
    this.#id = id
  }

  /** Forgets all: nothing is this sender's until the others know of it. */
  reset(): void {
    this.#views = []
    this.#isNew = true
  }

  /**
   * Takes note of the others that were alive at `nowMs` of the database's clock; says whether shares may have changed.
   * This sender must have been on the list for all before `nowMs`.
   */
  note(nowMs: number, others: readonly Member[]): boolean {
    const ids = [this.#id, ...others.map(({ id }) => id)].sort()
    const key = ids.join()
    let hasChanged = false
    let last = this.#views.at(-1)
    if (last?.key !== key) {
      last = { key, notedAtMs: nowMs, senders: ids.length, rank: ids.indexOf(this.#id) }
      this.#views.push(last)
      hasChanged = true
    }
    const { notedAtMs } = last
    if (!this.settled && others.every(({ seenAtMs }) => seenAtMs >= notedAtMs + PRECISION_MS)) {
      this.#views = [last]
      this.#isNew = false
      hasChanged = true
    }
    return hasChanged
  }

  /** This sender's part of an endpoint's limit. */
  share(total: number, endpointId: string): number {
    if (this.#isNew) return 0
    const { settled } = this
    if (settled) return share(total, settled.senders, settled.rank, endpointId)
    return Math.min(...this.#views.map(({ senders, rank }) => share(total, senders, rank, endpointId)))
  }

  /** Its place, once all senders go by the same list; else undefined. */
  get settled(): Position | undefined {
    const [only] = this.#views
    return this.#views.length === 1 && !this.#isNew ? only : undefined
  }
}
