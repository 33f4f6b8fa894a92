// Only numbers come from Intl: its words differ between the server's and the browser's ICU, which breaks hydration.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const formats = new Map<string, Intl.DateTimeFormat>()

type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number }

export type InstantStyle = 'second' | 'minute' | 'day'

/** "21 Nov 14:03:22", "21 Nov 14:03" or "21 Nov"; with the year where it is not that of `now`: "21 Nov 2025 14:03". */
export function formatInstant(
  at: Date | string,
  timeZone: string,
  style: InstantStyle,
  now: Date = new Date(),
): string {
  const wall = wallClock(new Date(at), timeZone)
  const isThisYear = wall.year === wallClock(now, timeZone).year
  const day = dayText(wall.day, wall.month, isThisYear ? null : wall.year)
  if (style === 'day') return day
  const time = `${two(wall.hour)}:${two(wall.minute)}`
  return style === 'minute' ? `${day} ${time}` : `${day} ${time}:${two(wall.second)}`
}

/** "21 Nov" of a day written `2026-11-21`. */
export function formatDay(date: string): string {
  const [, month = '', day = ''] = date.split('-')
  return dayText(Number(day), Number(month), null)
}

/** "Europe/Berlin (UTC+1)", as it is at an instant. */
export function zoneLabel(timeZone: string, at: Date | string): string {
  if (timeZone === 'UTC') return timeZone
  const minutes = offsetMinutes(new Date(at), timeZone)
  const rest = Math.abs(minutes) % 60
  const hours = `${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${two(rest)}`}`
  return `${timeZone} (UTC${minutes < 0 ? '−' : '+'}${hours})`
}

/** ISO 8601 with the zone's offset: "2026-11-21T14:03:22.123+01:00", for a program or a colleague. */
export function localIso(at: Date | string, timeZone: string): string {
  const date = new Date(at)
  const minutes = offsetMinutes(date, timeZone)
  const offset = Math.abs(minutes)
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1)
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(offset / 60))}:${two(offset % 60)}`
}

function dayText(day: number, month: number, year: number | null): string {
  const text = `${day} ${months[month - 1] ?? ''}`
  return year === null ? text : `${text} ${year}`
}

function offsetMinutes(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(at, timeZone)
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - at.getTime()) / 60_000)
}

function wallClock(at: Date, timeZone: string): Wall {
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) {
    if (isWallPart(type)) wall[type] = Number(value)
  }
  return wall
}

function isWallPart(type: string): type is keyof Wall {
  return ['year', 'month', 'day', 'hour', 'minute', 'second'].includes(type)
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
