import type { ClaimScope } from '@/lib/db/claim-due'
import type { BreakerSettings } from './circuit-breaker'
import { type EndedAttempt, type EndpointFacts, EndpointLimit, type PauseChange } from './endpoint-limit'
import { type PaceKind, Paces, type Run } from './paces'

/** How many times its cap an endpoint may have in a process: the next ones are at hand when the first are through. */
export const DEPTH = 4
/** How much of a limited rate may be at hand, in seconds: no more than leases easily outlast. */
const RATE_SECONDS = 2
/** What part of the process those that do not answer soon may take, and with the first request of new ones. */
export const SLOW_PART = 0.5
const NEW_PART = 0.75
/** What was not used for this long is forgotten, in ms. */
const KEPT_MS = 10 * 60_000

/**
 * What of an endpoint may be claimed, and up to how many, waiting and in flight: of all, and of what people asked for.
 * What is here beyond `kept` is to be given back.
 */
export type Allowance = { scope: ClaimScope; most: number; mostAsked: number; kept: number }

const NOTHING: Allowance = { scope: 'all', most: 0, mostAsked: 0, kept: 0 }

type Settings = {
  /** This process's part of what all senders may do. */
  shareOf(total: number, endpointId: string): number
  /** Requests in flight at once, over all endpoints. */
  slots: number
  breaker: BreakerSettings
  random: () => number
}

type Entry = { limit: EndpointLimit; usedAtMs: number }

/**
 * What each endpoint may have from this process now: its share of cap and rate, less where it complains, nothing while
 * it is paused but for what people ask for. Endpoints that are not known to answer soon have half of the process
 * among them, so that those that hang never take all of it; new ones get one request in beyond that, up to three
 * quarters, to show how they answer. Times are monotonic ms.
 */
export class EndpointLimits {
  readonly #settings: Settings
  readonly #entries = new Map<string, Entry>()
  readonly #paces = new Paces()
  /** Endpoints that were paused and had no success since. */
  readonly #troubled = new Set<string>()
  #prunedAtMs = Number.NEGATIVE_INFINITY

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Takes note of an endpoint's configuration: to be called before anything else about it. */
  learn(endpointId: string, facts: EndpointFacts, nowMs: number): void {
    const entry = this.#entries.get(endpointId)
    if (entry) {
      entry.usedAtMs = nowMs
      entry.limit.learn(facts)
      return
    }
    const { breaker, random, shareOf } = this.#settings
    const limit = new EndpointLimit(facts, {
      breaker,
      random,
      shareOf: (total) => shareOf(total, endpointId),
    })
    this.#entries.set(endpointId, { limit, usedAtMs: nowMs })
  }

  /** What may be here of an endpoint that has `inFlight`. */
  allowance(endpointId: string, inFlight: number, nowMs: number): Allowance {
    const limit = this.#entries.get(endpointId)?.limit
    if (!limit || limit.share === 0 || limit.rate === 0) return NOTHING
    const mostByRate = limit.rate * RATE_SECONDS
    const mostAsked = Math.min(limit.share * DEPTH, mostByRate)
    const isHalfOpen = limit.breakerState(nowMs) === 'half_open'
    // One probe; while it is under way, or a pause lasts, what people ask for is all that may come.
    if (limit.pausedForMs(nowMs) > 0 || (isHalfOpen && inFlight > 0)) {
      return { scope: 'asked', most: 0, mostAsked, kept: 0 }
    }
    if (isHalfOpen) return { scope: 'all', most: 1, mostAsked, kept: 1 }
    const cap = limit.cap(nowMs)
    const kept = Math.min(cap * DEPTH, mostByRate)
    // Of one that takes long, a claim is made long before the last one is through.
    const most = this.#paces.of(endpointId, nowMs) === 'slow' ? Math.min(cap, kept) : kept
    return { scope: 'all', most, mostAsked, kept }
  }

  /** Whether one more may start: the gate of the queue. */
  gate(endpointId: string, inFlight: number, isAsked: boolean, nowMs: number): number | 'own' | 'others' {
    const limit = this.#entries.get(endpointId)?.limit
    if (!limit) return 'own'
    const pausedForMs = isAsked ? 0 : limit.pausedForMs(nowMs)
    if (pausedForMs > 0) return pausedForMs
    if (inFlight >= (isAsked ? limit.share : limit.cap(nowMs))) return 'own'
    return isAsked || this.#hasSlot(endpointId, inFlight, nowMs) ? limit.tokenWaitMs(nowMs) : 'others'
  }

  #hasSlot(endpointId: string, inFlight: number, nowMs: number): boolean {
    const pace = this.#paces.of(endpointId, nowMs)
    if (pace === 'quick') return true
    const part = pace === 'unknown' && inFlight === 0 ? NEW_PART : SLOW_PART
    return this.#paces.notQuick < Math.max(1, Math.floor(this.#settings.slots * part))
  }

  /** How an endpoint answers. */
  pace(endpointId: string, nowMs: number): PaceKind {
    return this.#paces.of(endpointId, nowMs)
  }

  /** Counts a request that starts. */
  begin(endpointId: string, nowMs: number): Run {
    this.#entries.get(endpointId)?.limit.begin(nowMs)
    return this.#paces.begin(endpointId, nowMs)
  }

  /** Counts its end, with what came of it if it was made; says which pause began or is over. */
  end(
    run: Run,
    attempt: Omit<EndedAttempt, 'startedAtMs'> | undefined,
    nowMs: number,
  ): PauseChange | undefined {
    this.#paces.end(run, attempt?.wasSent ?? false, nowMs)
    const limit = this.#entries.get(run.endpointId)?.limit
    if (!limit || !attempt) return undefined
    const change = limit.end({ ...attempt, startedAtMs: run.startedAtMs }, nowMs)
    if (change && change.pausedForMs !== null) this.#troubled.add(run.endpointId)
    // A pause can also end by itself, or because the endpoint was changed.
    const isWell = change ? change.pausedForMs === null : attempt.outcome.ok && !isTroubled(limit, nowMs)
    const hasRecovered = isWell && this.#troubled.delete(run.endpointId)
    return hasRecovered ? { pausedForMs: null } : change
  }

  /** Endpoints that get nothing now, or only a probe. */
  listTroubled(nowMs: number): string[] {
    return [...this.#troubled].filter((endpointId) => {
      const entry = this.#entries.get(endpointId)
      return entry && isTroubled(entry.limit, nowMs)
    })
  }

  /** To be called each second or so: notices what hangs, forgets what is long unused. */
  sweep(nowMs: number): void {
    this.#paces.sweep(nowMs)
    if (nowMs - this.#prunedAtMs < KEPT_MS / 10) return
    this.#prunedAtMs = nowMs
    for (const [endpointId, { usedAtMs }] of this.#entries) {
      if (nowMs - usedAtMs < KEPT_MS) continue
      this.#entries.delete(endpointId)
      this.#troubled.delete(endpointId)
      this.#paces.forget(endpointId)
    }
  }
}

function isTroubled(limit: EndpointLimit, nowMs: number): boolean {
  return limit.pausedForMs(nowMs) > 0 || limit.breakerState(nowMs) !== 'closed'
}
