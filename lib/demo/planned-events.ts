import { newId } from '@/lib/ids'
import { findObjectRefs, type ObjectRef } from '@/lib/webhooks/event-data'
import { getEventType } from '@/lib/webhooks/event-types/catalogue'
import { busyness, HOUR_MS, nextWorkingTime, WORKING_DAY } from './calendar'
import type { Random } from './random'
import { type Story, stories } from './stories'
import { createSubject, type Subject } from './subject'
import { lastingInstants, varySample } from './vary-sample'

/** An event that is said to have happened at `at` (Unix ms). `data` is normalised text. */
export type PlannedEvent = { id: string; at: number; type: string; data: string; refs: readonly ObjectRef[] }

const FIRST_NUMBER = 10_482

/** What happened in the demo store from one instant to another (Unix ms), oldest first. */
export function planEvents(from: number, to: number, random: Random): PlannedEvent[] {
  const events: PlannedEvent[] = []
  let number = FIRST_NUMBER
  for (let hour = from; hour < to; hour += HOUR_MS) {
    for (const story of stories) {
      const expected = (story.perDay * busyness(hour)) / WORKING_DAY
      const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
      for (let started = 0; started < count; started++) {
        const startedAt = hour + random.int(0, HOUR_MS - 1)
        events.push(...tell(story, startedAt, to, createSubject(random, number++), random))
      }
    }
  }
  return events.sort((one, other) => one.at - other.at)
}

function tell(story: Story, startedAt: number, to: number, subject: Subject, random: Random): PlannedEvent[] {
  const events: PlannedEvent[] = []
  const known: KnownInstants = new Map()
  let at = startedAt
  for (const step of story.steps) {
    if (!random.chance(step.chance)) continue
    at += random.int(...step.delayMs)
    if (step.isWork) at = nextWorkingTime(at)
    if (at >= to) break
    events.push(plan(step.type, subject, at, known))
    if (step.ends) break
  }
  return events
}

/** What a story's events have told about when things happened, by object and field. */
type KnownInstants = Map<string, Record<string, string>>

function plan(name: string, subject: Subject, at: number, known: KnownInstants): PlannedEvent {
  const type = getEventType(name)
  if (!type) throw new Error(`The catalogue has no event type “${name}”.`)
  const object = varySample(type, subject, at, known.get(type.object))
  known.set(type.object, lastingInstants(object))
  return {
    id: newId(at),
    at,
    type: name,
    data: JSON.stringify({ object }),
    refs: findObjectRefs(name, object),
  }
}
