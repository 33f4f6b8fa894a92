import { setTimeout as sleep } from 'node:timers/promises'
import { monotonicMs, now } from '@/lib/clock'
import { type LiveEvent, liveEvent } from '@/lib/demo/live-events'
import { createRandom } from '@/lib/demo/random'

/** `refusals` counts the events that were not accepted by what was said about them. */
export type TrafficCounts = {
  sent: number
  accepted: number
  refusals: Map<string, number>
  elapsedMs: number
}

const MOST_IN_FLIGHT = 128
const TICK_MS = 20
const ANSWER_WITHIN_MS = 15_000
const ACCEPTED = 202
const MOST_SUBJECTS = 10_000_000

/** Sends events at an even rate, by each of the tokens in turn, until the time is over or the signal aborts; then waits for the last answers. */
export async function runTraffic(options: {
  url: string
  tokens: readonly string[]
  rate: number
  seconds: number
  signal: AbortSignal
  onCounts: (counts: TrafficCounts) => void
}): Promise<TrafficCounts> {
  const { url, tokens, rate, seconds, signal, onCounts } = options
  const startedAt = monotonicMs()
  const firstNumber = Math.floor(now().getTime() / 1000) % MOST_SUBJECTS
  const random = createRandom(firstNumber)
  const counts: TrafficCounts = { sent: 0, accepted: 0, refusals: new Map(), elapsedMs: 0 }
  const inFlight = new Set<Promise<void>>()
  const total = Math.floor(rate * seconds)

  const sendOne = () => {
    const event = liveEvent(random, firstNumber + counts.sent, now().getTime())
    const token = tokens[counts.sent % tokens.length] ?? ''
    counts.sent++
    const sending = post(url, token, event).then((refusal) => {
      inFlight.delete(sending)
      if (refusal === null) counts.accepted++
      else counts.refusals.set(refusal, (counts.refusals.get(refusal) ?? 0) + 1)
    })
    inFlight.add(sending)
  }

  while (!signal.aborted && counts.sent < total) {
    counts.elapsedMs = monotonicMs() - startedAt
    if (counts.elapsedMs > seconds * 1000) break
    const due = Math.min(total, Math.floor((counts.elapsedMs / 1000) * rate) + 1)
    while (counts.sent < due && inFlight.size < MOST_IN_FLIGHT) sendOne()
    onCounts(counts)
    await sleep(TICK_MS)
  }
  await Promise.all(inFlight)
  counts.elapsedMs = monotonicMs() - startedAt
  return counts
}

/** Why the event was not accepted, or null. */
async function post(url: string, token: string, event: LiveEvent): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const body = await response.text()
    return response.status === ACCEPTED ? null : `HTTP ${response.status}${detailOf(body)}`
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return `no answer within ${ANSWER_WITHIN_MS / 1000} s`
    return 'the connection failed'
  }
}

function detailOf(body: string): string {
  try {
    const problem: unknown = JSON.parse(body)
    const hasDetail = typeof problem === 'object' && problem !== null && 'detail' in problem
    return hasDetail && typeof problem.detail === 'string' ? `: ${problem.detail}` : ''
  } catch {
    return ''
  }
}
