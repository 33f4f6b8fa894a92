const DAY_MS = 86_400_000

/** The instant at which a day (`2026-03-29`) begins in a time zone, or the day `daysLater`. */
export function startOfDay(day: string, timeZone: string, daysLater = 0): Date {
  const utc = Date.parse(`${day}T00:00:00Z`) + daysLater * DAY_MS
  // The offset at the first guess may be another than at the day's beginning, where clocks change that night.
  const guess = utc - offsetMs(utc, timeZone)
  return new Date(utc - offsetMs(guess, timeZone))
}

/** How far a time zone is ahead of UTC at an instant. */
function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(at / 1000) * 1000
}
