import { getEventType } from '@/lib/webhooks/event-types/catalogue'
import type { Random } from './random'
import { stories } from './stories'
import { createSubject } from './subject'
import { varySample } from './vary-sample'

/** An event as a store reports it over the HTTP API. */
export type LiveEvent = { type: string; data: { object: Record<string, unknown> } }

const weighted = stories.flatMap(({ perDay, steps }) =>
  steps.map(({ type, chance }) => ({ type, weight: perDay * chance })),
)
const totalWeight = weighted.reduce((sum, { weight }) => sum + weight, 0)

/** What happens in the demo store at `at` (Unix ms), as often as in its history; `number` makes its ids unique. */
export function liveEvent(random: Random, number: number, at: number): LiveEvent {
  const name = pickName(random.next() * totalWeight)
  const type = getEventType(name)
  if (!type) throw new Error(`The catalogue has no event type “${name}”.`)
  return { type: name, data: { object: varySample(type, createSubject(random, number), at) } }
}

function pickName(point: number): string {
  let before = 0
  for (const { type, weight } of weighted) {
    before += weight
    if (point < before) return type
  }
  return weighted.at(-1)?.type ?? ''
}
