import { DAY_MS, HOUR_MS, MINUTE_MS } from './calendar'

/** One event of a story. `chance` that it happens; the delay runs from the event before it. */
type Step = {
  type: string
  chance: number
  delayMs: readonly [least: number, most: number]
  /** It waits for someone to be at work. */
  isWork?: boolean
  /** Nothing follows it. */
  ends?: boolean
}

/** What happens in the demo store over and over, about one subject. `perDay` of working days; weekends have less. */
export type Story = { perDay: number; steps: readonly Step[] }

const AT_ONCE = [0, 0] as const
const SECONDS_LATER = [12_000, 90_000] as const
const MINUTES_LATER = [8 * MINUTE_MS, 45 * MINUTE_MS] as const
const HOURS_LATER = [HOUR_MS, 4 * HOUR_MS] as const
const DAYS_LATER = [2 * DAY_MS, 4 * DAY_MS] as const

const once = (type: string, perDay: number): Story => ({
  perDay,
  steps: [{ type, chance: 1, delayMs: AT_ONCE }],
})

export const stories: readonly Story[] = [
  {
    perDay: 19,
    steps: [
      { type: 'order.created', chance: 1, delayMs: AT_ONCE },
      { type: 'order.paid', chance: 0.93, delayMs: SECONDS_LATER },
      { type: 'order.cancelled', chance: 0.05, delayMs: MINUTES_LATER, ends: true },
      { type: 'order.updated', chance: 0.15, delayMs: MINUTES_LATER },
      { type: 'order.picked', chance: 1, delayMs: HOURS_LATER, isWork: true },
      { type: 'order.packed', chance: 1, delayMs: MINUTES_LATER, isWork: true },
      { type: 'order.shipped', chance: 1, delayMs: HOURS_LATER, isWork: true },
      { type: 'order.completed', chance: 0.97, delayMs: DAYS_LATER },
      { type: 'return.created', chance: 0.06, delayMs: DAYS_LATER },
    ],
  },
  {
    perDay: 7,
    steps: [
      { type: 'contact.created', chance: 1, delayMs: AT_ONCE },
      { type: 'deal.created', chance: 0.7, delayMs: MINUTES_LATER },
      { type: 'deal.updated', chance: 0.5, delayMs: HOURS_LATER, isWork: true },
      { type: 'deal.lost', chance: 0.35, delayMs: DAYS_LATER, ends: true },
      { type: 'deal.won', chance: 0.8, delayMs: HOURS_LATER, isWork: true },
      { type: 'contract.signed', chance: 0.9, delayMs: HOURS_LATER },
      { type: 'tenancy.created', chance: 1, delayMs: SECONDS_LATER },
      { type: 'unit.reserved', chance: 1, delayMs: SECONDS_LATER },
      { type: 'tenancy.started', chance: 0.95, delayMs: DAYS_LATER },
      { type: 'unit.occupied', chance: 1, delayMs: SECONDS_LATER },
    ],
  },
  {
    perDay: 9,
    steps: [
      { type: 'invoice.created', chance: 1, delayMs: AT_ONCE },
      { type: 'invoice.finalized', chance: 1, delayMs: HOURS_LATER },
      { type: 'invoice.paid', chance: 0.9, delayMs: DAYS_LATER },
      { type: 'credit_note.created', chance: 0.05, delayMs: DAYS_LATER, isWork: true },
    ],
  },
  once('inventory.changed', 16),
  once('stock.received', 3),
  once('stock.adjusted', 2),
  once('stock.low', 5),
  once('contact.updated', 5),
  once('customer.created', 4),
  once('unit.overlocked', 1),
  once('unit.available', 1.5),
  // Nobody listens to these.
  once('session.created', 9),
  once('newsletter.subscribed', 1.5),
]
