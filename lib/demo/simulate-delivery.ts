import type { AttemptResult } from '@/lib/db/record-attempts'
import { type NextState, nextState, type Trigger } from '@/lib/webhooks/delivery-state'
import type { Outcome } from '@/lib/webhooks/outcome'
import type { RetryPolicies } from '@/lib/webhooks/retry-policy'
import { MINUTE_MS } from './calendar'
import type { DemoEndpoint, Incident } from './demo-endpoints'
import { answers } from './outcomes'
import type { PlannedEvent } from './planned-events'
import type { Random } from './random'
import { requestHeaders } from './request-headers'

/** An endpoint of the demo store as it is stored. */
export type StoredDemoEndpoint = DemoEndpoint & {
  id: string
  url: string
  secrets: readonly string[]
  /** When it was disabled (Unix ms); never if infinite. */
  disabledAt: number
}

export type DemoDelivery = {
  id: string
  apiVersion: string
  isTest: boolean
  event: PlannedEvent
  endpoint: StoredDemoEndpoint
}

/** What the deliveries of a history share. `resender` is who sends failed ones again. */
export type World = {
  storeId: string
  timeZone: string
  resender: string
  now: number
  retryPolicies: RetryPolicies
  random: Random
}

/** One attempt with the instant it was over (Unix ms). `isOpen`: its delivery still waits for a retry today. */
export type PastAttempt = { endAt: number; result: AttemptResult; isOpen: boolean }

const RESENT_SHARE = 0.85
const RESENDING_TAKES_MS = 25 * MINUTE_MS

const gone = answers(410, 25, { error: 'gone' })

/** All attempts of a delivery up to now, as the engine would have made them. */
export function simulateDelivery(delivery: DemoDelivery, world: World): PastAttempt[] {
  const { endpoint, event, isTest } = delivery
  const { random, now } = world
  const delaysMs = world.retryPolicies[endpoint.retryPolicy]
  const attempts: PastAttempt[] = []
  let trigger: Trigger = isTest ? 'test' : 'event'
  let policyStep = 0
  let at = event.at + random.int(6, 40)
  for (;;) {
    if (at >= endpoint.disabledAt && !isTest && !isGone(endpoint, at)) break
    const incident = incidentAt(endpoint, at, random)
    const outcome = receiverOf(endpoint, at, incident)(at, random)
    const endAt = at + outcome.durationMs
    if (endAt >= now) break
    const state = { trigger, policyStep, scheduledDueAt: null, revives: false, resendId: null }
    const next = nextState(state, outcome, delaysMs, random.next())
    attempts.push(pastAttempt(delivery, world, { attempts, at, trigger, outcome, next, revives: false }))
    if (next.kind === 'failed') {
      const again = resend(delivery, world, attempts, incident)
      if (again) attempts.push(again)
    }
    if (next.kind !== 'retry') return attempts
    at = endAt + next.delayMs + random.int(2, 60)
    policyStep = next.policyStep
    trigger = 'retry'
  }
  const last = attempts.at(-1)
  return last ? [...attempts.slice(0, -1), { ...last, isOpen: true }] : []
}

function resend(
  delivery: DemoDelivery,
  world: World,
  attempts: readonly PastAttempt[],
  incident: Incident | undefined,
): PastAttempt | null {
  const { random, resender: actor } = world
  const failedAt = attempts.at(-1)?.endAt ?? 0
  if (incident?.resentAt === undefined || failedAt > incident.resentAt || !random.chance(RESENT_SHARE))
    return null
  const at = incident.resentAt + random.int(0, RESENDING_TAKES_MS)
  const outcome = delivery.endpoint.usual(at, random)
  const state = {
    trigger: 'resend' as const,
    policyStep: 0,
    scheduledDueAt: null,
    revives: true,
    resendId: null,
  }
  const next = nextState(state, outcome, [], 0)
  return pastAttempt(delivery, world, {
    attempts,
    at,
    trigger: 'resend',
    outcome,
    next,
    revives: true,
    actor,
  })
}

function pastAttempt(
  delivery: DemoDelivery,
  { storeId, timeZone }: World,
  made: {
    attempts: readonly PastAttempt[]
    at: number
    trigger: Trigger
    outcome: Outcome
    next: NextState
    revives: boolean
    actor?: string
  },
): PastAttempt {
  const { id, event, endpoint, apiVersion, isTest } = delivery
  const { attempts, at, trigger, outcome, next, revives, actor = null } = made
  const { formerUrl } = endpoint
  const isFormer = formerUrl !== undefined && at < formerUrl.until
  const number = attempts.length + 1
  const result: AttemptResult = {
    deliveryId: id,
    storeId,
    endpointId: endpoint.id,
    endpointRevision: formerUrl && !isFormer ? 2 : 1,
    eventId: event.id,
    eventType: event.type,
    apiVersion,
    timeZone,
    // Recording a retry moves the fence by one, and so does a resend of what is finished.
    claims: fenceAfter(attempts) + (revives ? 1 : 0),
    number,
    trigger,
    actor,
    resendId: null,
    revives,
    isTest,
    startedAt: new Date(at),
    url: isFormer ? formerUrl.url : endpoint.url,
    requestHeaders: requestHeaders({
      storeId,
      event,
      isTest,
      deliveryId: id,
      apiVersion,
      number,
      at,
      secrets: endpoint.secrets,
    }),
    outcome,
    next,
  }
  return { endAt: at + outcome.durationMs, result, isOpen: false }
}

function fenceAfter(attempts: readonly PastAttempt[]): number {
  return attempts.filter(({ result }) => result.next.kind === 'retry' || result.revives).length
}

function incidentAt({ incidents }: DemoEndpoint, at: number, random: Random): Incident | undefined {
  return incidents.find(({ from, to, share }) => at >= from && at < to && random.chance(share))
}

function receiverOf(endpoint: DemoEndpoint, at: number, incident: Incident | undefined) {
  if (isGone(endpoint, at)) return gone
  return incident?.receiver ?? endpoint.usual
}

function isGone({ disabled }: DemoEndpoint, at: number): boolean {
  return disabled?.reason === 'gone' && at >= disabled.from
}
