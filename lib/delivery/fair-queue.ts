type Lane<T> = { storeId: string; items: T[]; inFlight: number; cap: number; isWaiting: boolean }

/**
 * Claimed deliveries waiting for their turn: stores take turns, and within a store its endpoints, each with no more
 * than its cap in flight. What one store or endpoint has waiting does not hold up another.
 */
export class FairQueue<T> {
  readonly #lanes = new Map<string, Lane<T>>()
  /** Stores in the order of their turns, each with its endpoints that have something waiting and room. */
  readonly #turns = new Map<string, string[]>()
  #size = 0
  #inFlight = 0

  get size(): number {
    return this.#size
  }

  get inFlight(): number {
    return this.#inFlight
  }

  /** How many an endpoint has here, waiting and in flight. */
  load(endpointId: string): { waiting: number; inFlight: number } {
    const lane = this.#lanes.get(endpointId)
    return { waiting: lane?.items.length ?? 0, inFlight: lane?.inFlight ?? 0 }
  }

  /** The endpoints that have at least their cap times `depth` here. */
  saturated(depth: number): string[] {
    const full: string[] = []
    for (const [endpointId, lane] of this.#lanes) {
      if (lane.items.length + lane.inFlight >= lane.cap * depth) full.push(endpointId)
    }
    return full
  }

  push(storeId: string, endpointId: string, cap: number, item: T): void {
    const lane = this.#lanes.get(endpointId) ?? { storeId, items: [], inFlight: 0, cap, isWaiting: false }
    lane.cap = cap
    lane.items.push(item)
    this.#lanes.set(endpointId, lane)
    this.#size++
    this.#enterTurns(endpointId, lane)
  }

  /** The next one whose turn it is, now in flight until `done`; undefined where nobody has both work and room. */
  take(): T | undefined {
    while (this.#turns.size > 0) {
      const item = this.#takeTurn()
      // Undefined where what waited was removed.
      if (item !== undefined) return item
    }
    return undefined
  }

  #takeTurn(): T | undefined {
    const [turn] = this.#turns
    if (!turn) return undefined
    const [storeId, endpointIds] = turn
    // Taken out and put back at the end: a Map keeps the order of insertion.
    this.#turns.delete(storeId)
    const endpointId = endpointIds.shift()
    if (endpointIds.length > 0) this.#turns.set(storeId, endpointIds)
    const lane = endpointId === undefined ? undefined : this.#lanes.get(endpointId)
    if (endpointId === undefined || !lane) return undefined
    lane.isWaiting = false
    const item = lane.items.shift()
    if (item === undefined) return undefined
    lane.inFlight++
    this.#size--
    this.#inFlight++
    this.#enterTurns(endpointId, lane)
    return item
  }

  /** Says that one taken for this endpoint is no longer in flight. */
  done(endpointId: string): void {
    const lane = this.#lanes.get(endpointId)
    if (!lane) return
    lane.inFlight--
    this.#inFlight--
    if (lane.inFlight === 0 && lane.items.length === 0) this.#lanes.delete(endpointId)
    else this.#enterTurns(endpointId, lane)
  }

  /** Takes out what waits and matches. */
  remove(matches: (item: T) => boolean = () => true): T[] {
    const removed: T[] = []
    for (const lane of this.#lanes.values()) {
      removed.push(...lane.items.filter(matches))
      lane.items = lane.items.filter((item) => !matches(item))
    }
    this.#size -= removed.length
    return removed
  }

  #enterTurns(endpointId: string, lane: Lane<T>): void {
    if (lane.isWaiting || lane.items.length === 0 || lane.inFlight >= lane.cap) return
    lane.isWaiting = true
    const endpointIds = this.#turns.get(lane.storeId)
    if (endpointIds) endpointIds.push(endpointId)
    else this.#turns.set(lane.storeId, [endpointId])
  }
}
