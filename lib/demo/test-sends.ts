import { newId } from '@/lib/ids'
import { findObjectRefs } from '@/lib/webhooks/event-data'
import { getEventType } from '@/lib/webhooks/event-types/catalogue'
import { DAY_MS, MINUTE_MS, nextWorkingTime } from './calendar'
import type { PlannedEvent } from './planned-events'
import type { StoredDemoEndpoint } from './simulate-delivery'

const TESTS = [
  { name: 'ERP orders', daysAgo: 28, type: 'order.created' },
  { name: 'CRM contacts', daysAgo: 11.5, type: 'contact.created' },
  { name: 'Accounting', daysAgo: 15.2, type: 'invoice.created' },
  { name: 'Accounting', daysAgo: 1.6, type: 'invoice.created' },
  { name: 'Accounting', daysAgo: 0.05, type: 'invoice.paid' },
  // Before it is gone: its last delivery is the one that disabled it.
  { name: 'Gate access', daysAgo: 14, type: 'tenancy.started' },
]

/** The test sends that people made in the past, of the catalogue's samples. */
export function planTests(
  endpoints: readonly StoredDemoEndpoint[],
  now: number,
): { endpoint: StoredDemoEndpoint; event: PlannedEvent }[] {
  return TESTS.flatMap(({ name, daysAgo, type }) => {
    const endpoint = endpoints.find((each) => each.name === name)
    const sample = getEventType(type)?.sample
    const past = now - daysAgo * DAY_MS
    const at = Math.min(nextWorkingTime(past), now - 10 * MINUTE_MS)
    if (!endpoint || !sample) return []
    const event: PlannedEvent = {
      id: newId(at),
      at,
      type,
      data: JSON.stringify({ object: sample }),
      refs: findObjectRefs(type, sample),
    }
    return [{ endpoint, event }]
  })
}
