/**
 * Whether one more may start for an endpoint that has `inFlight`: 0 for now, else in how many ms; `own` once one of its own is
 * done or something changed, `others` once any other endpoint's is done.
 */
export type Gate = (endpointId: string, inFlight: number, isAsked: boolean) => number | 'own' | 'others'

type Lane<T> = { storeId: string; asked: T[]; rest: T[]; inFlight: number; isWaiting: boolean }

/** What an endpoint has here. */
export type Load = { waiting: number; inFlight: number }

/**
 * Claimed deliveries waiting for their turn: stores take turns, and within a store its endpoints, each as far as the
 * gate lets it. What people asked for comes first at its endpoint. What one store or endpoint has waiting does not
 * hold up another.
 */
export class FairQueue<T> {
  readonly #gate: Gate
  readonly #lanes = new Map<string, Lane<T>>()
  /** Stores in the order of their turns, each with its endpoints that have something waiting. */
  readonly #turns = new Map<string, string[]>()
  /** Endpoints out of their turn, until a time, or until others are done (those that wait longest first). */
  readonly #untilMs = new Map<string, number>()
  readonly #blocked = new Set<string>()
  #nextWakeAtMs: number | undefined
  #size = 0
  #inFlight = 0

  constructor(gate: Gate) {
    this.#gate = gate
  }

  get size(): number {
    return this.#size
  }

  get inFlight(): number {
    return this.#inFlight
  }

  /** Whether anything waits that may start, as far as is known. */
  get hasReady(): boolean {
    return this.#turns.size > 0
  }

  /** When `wake` is to be called, on the clock of `take`; undefined for not at all. */
  get nextWakeAtMs(): number | undefined {
    return this.#nextWakeAtMs
  }

  /** How many an endpoint has here, waiting and in flight. */
  load(endpointId: string): Load {
    const lane = this.#lanes.get(endpointId)
    return lane ? loadOf(lane) : { waiting: 0, inFlight: 0 }
  }

  /** Every endpoint that has something here. */
  *loads(): Generator<[endpointId: string, load: Load]> {
    for (const [endpointId, lane] of this.#lanes) yield [endpointId, loadOf(lane)]
  }

  push(storeId: string, endpointId: string, item: T, isAsked = false): void {
    const lane = this.#lanes.get(endpointId) ?? {
      storeId,
      asked: [],
      rest: [],
      inFlight: 0,
      isWaiting: false,
    }
    const items = isAsked ? lane.asked : lane.rest
    items.push(item)
    this.#lanes.set(endpointId, lane)
    this.#size++
    this.#enterTurns(endpointId, lane)
  }

  /** The next one whose turn it is at `nowMs`, now in flight until `done`; undefined where nobody has both work and room. */
  take(nowMs: number): T | undefined {
    while (this.#turns.size > 0) {
      const item = this.#takeTurn(nowMs)
      if (item !== undefined) return item
    }
    return undefined
  }

  #takeTurn(nowMs: number): T | undefined {
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
    const item = this.#takeItem(endpointId, lane, nowMs)
    if (item === undefined) return undefined
    lane.inFlight++
    this.#size--
    this.#inFlight++
    this.#enterTurns(endpointId, lane)
    return item
  }

  /** What may start of a lane; else the lane stays out of the turns for as long as the gate says. */
  #takeItem(endpointId: string, lane: Lane<T>, nowMs: number): T | undefined {
    for (const items of [lane.asked, lane.rest]) {
      if (items.length === 0) continue
      const wait = this.#gate(endpointId, lane.inFlight, items === lane.asked)
      if (wait === 0) return items.shift()
      if (wait === 'others') this.#blocked.add(endpointId)
      else if (wait !== 'own' && Number.isFinite(wait)) this.#wakeAt(endpointId, nowMs + wait)
    }
    return undefined
  }

  #wakeAt(endpointId: string, atMs: number): void {
    this.#untilMs.set(endpointId, Math.min(atMs, this.#untilMs.get(endpointId) ?? atMs))
    this.#nextWakeAtMs = Math.min(atMs, this.#nextWakeAtMs ?? atMs)
  }

  /** Says that one taken for this endpoint is no longer in flight. */
  done(endpointId: string): void {
    const lane = this.#lanes.get(endpointId)
    if (!lane) return
    lane.inFlight--
    this.#inFlight--
    if (lane.inFlight === 0 && loadOf(lane).waiting === 0) this.#forget(endpointId)
    else this.#enterTurns(endpointId, lane)
    this.#unblockOne()
  }

  /** Lets those back into the turns whose time has come. */
  wake(nowMs: number): void {
    if (this.#nextWakeAtMs === undefined || nowMs < this.#nextWakeAtMs) return
    this.#nextWakeAtMs = undefined
    for (const [endpointId, atMs] of this.#untilMs) {
      if (atMs <= nowMs) this.reconsider(endpointId)
      else this.#nextWakeAtMs = Math.min(atMs, this.#nextWakeAtMs ?? atMs)
    }
  }

  /** Asks the gate anew for an endpoint: something changed. */
  reconsider(endpointId: string): void {
    this.#untilMs.delete(endpointId)
    const lane = this.#lanes.get(endpointId)
    if (lane) this.#enterTurns(endpointId, lane)
  }

  /** Takes out what waits and matches, of one endpoint or of all. */
  remove(matches: (item: T) => boolean = () => true, endpointId?: string): T[] {
    const endpointIds = endpointId === undefined ? [...this.#lanes.keys()] : [endpointId]
    return endpointIds.flatMap((id) => this.#keep(id, (item) => !matches(item)))
  }

  /** Takes out what waits for an endpoint beyond `most`, and beyond `mostAsked` of what people asked for, newest first. */
  trim(endpointId: string, most: number, mostAsked: number): T[] {
    const lane = this.#lanes.get(endpointId)
    if (!lane || lane.rest.length + lane.asked.length === 0) return []
    const asked = new Set(lane.asked.slice(0, Math.max(0, mostAsked - lane.inFlight)))
    const rest = new Set(lane.rest.slice(0, Math.max(0, most - lane.inFlight)))
    if (asked.size === lane.asked.length && rest.size === lane.rest.length) return []
    return this.#keep(endpointId, (item) => asked.has(item) || rest.has(item))
  }

  #keep(endpointId: string, keeps: (item: T) => boolean): T[] {
    const lane = this.#lanes.get(endpointId)
    if (!lane) return []
    const items = [...lane.asked, ...lane.rest]
    const removed = items.filter((item) => !keeps(item))
    lane.asked = lane.asked.filter(keeps)
    lane.rest = lane.rest.filter(keeps)
    this.#size -= removed.length
    if (lane.inFlight === 0 && loadOf(lane).waiting === 0) this.#forget(endpointId)
    return removed
  }

  #unblockOne(): void {
    for (const endpointId of this.#blocked) {
      this.#blocked.delete(endpointId)
      const lane = this.#lanes.get(endpointId)
      if (!lane || loadOf(lane).waiting === 0) continue
      this.#enterTurns(endpointId, lane)
      return
    }
  }

  #forget(endpointId: string): void {
    this.#lanes.delete(endpointId)
    this.#untilMs.delete(endpointId)
    this.#blocked.delete(endpointId)
  }

  #enterTurns(endpointId: string, lane: Lane<T>): void {
    if (lane.isWaiting || loadOf(lane).waiting === 0) return
    lane.isWaiting = true
    const endpointIds = this.#turns.get(lane.storeId)
    if (endpointIds) endpointIds.push(endpointId)
    else this.#turns.set(lane.storeId, [endpointId])
  }
}

function loadOf(lane: Lane<unknown>): Load {
  return { waiting: lane.asked.length + lane.rest.length, inFlight: lane.inFlight }
}
