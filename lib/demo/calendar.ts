/** The demo store's time zone. */
export const DEMO_TIME_ZONE = 'Europe/Berlin'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

type LocalTime = { hour: number; isWeekend: boolean }

// How busy the store is in each hour of a working day, between 0 and 1.
const CURVE = [
  0.06, 0.03, 0.02, 0.02, 0.03, 0.08, 0.2, 0.42, 0.7, 0.92, 1, 0.98, 0.8, 0.85, 0.95, 0.97, 0.9, 0.78, 0.66,
  0.6, 0.52, 0.38, 0.22, 0.12,
]
/** The sum of `busyness` over the hours of a working day. */
export const WORKING_DAY = CURVE.reduce((sum, hour) => sum + hour, 0)

const WEEKEND = 0.42
const WORKING = 0.7

const formatter = new Intl.DateTimeFormat('en-GB', {
  timeZone: DEMO_TIME_ZONE,
  hour: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
})
const known = new Map<number, LocalTime>()

/** The hour and kind of day at the store, which keeps whole hours' distance to UTC. */
export function localTime(at: number): LocalTime {
  const hourSlot = Math.floor(at / HOUR_MS)
  const found = known.get(hourSlot)
  if (found) return found
  const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, value]))
  const made = {
    hour: Number(parts.get('hour')),
    isWeekend: ['Sat', 'Sun'].includes(parts.get('weekday') ?? ''),
  }
  known.set(hourSlot, made)
  return made
}

/** How busy the store is at an instant, between 0 and 1. */
export function busyness(at: number): number {
  const { hour, isWeekend } = localTime(at)
  return (CURVE[hour] ?? 0) * (isWeekend ? WEEKEND : 1)
}

/** `at` where people are at work then, else the same minute of the next hour in which they are. */
export function nextWorkingTime(at: number): number {
  let time = at
  while (busyness(time) < WORKING) time += HOUR_MS
  return time
}

/** The start of the next hour of that number at the store, `at`'s own hour included. */
export function nextLocalHour(at: number, hour: number): number {
  let time = Math.floor(at / HOUR_MS) * HOUR_MS
  while (localTime(time).hour !== hour) time += HOUR_MS
  return time
}
