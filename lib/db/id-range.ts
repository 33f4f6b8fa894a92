import { idTime } from '@/lib/ids'

/** Below and above every id. */
const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const LAST_MS = 2 ** 48 - 1

/** Ids to go through: away from `from` (left out) up to `to` (included), towards older or newer ones. */
export type IdRange = { direction: 'older' | 'newer'; from: string; to: string }

/** The smallest id of an instant, as SQL's `uuid_floor` gives it; no real id is equal to it. */
export function firstIdAt(unixMs: number): string {
  const hex = Math.min(LAST_MS, Math.max(0, unixMs)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** The largest id of an instant; no real id is equal to it. */
export function lastIdAt(unixMs: number): string {
  return unixMs < 0 ? FIRST : `${firstIdAt(unixMs).slice(0, 13)}-ffff-ffff-ffffffffffff`
}

/** The first and the last id of the millisecond of an id: an event's deliveries lie between those of the event. */
export function millisecondOf(id: string): { first: string; last: string } {
  const unixMs = idTime(id).getTime()
  return { first: firstIdAt(unixMs), last: lastIdAt(unixMs) }
}

/** The ids from `since` (included) until `until` (left out), older than `after` or else newer than `before`. */
export function idRange(
  { since, until }: { since?: Date | undefined; until?: Date | undefined },
  { after, before }: { after?: string | undefined; before?: string | undefined },
): IdRange {
  const low = since ? firstIdAt(since.getTime()) : FIRST
  const high = until ? lastIdAt(until.getTime() - 1) : LAST
  if (before !== undefined && after === undefined) {
    return { direction: 'newer', from: before > low ? before : low, to: high }
  }
  return { direction: 'older', from: after !== undefined && after < high ? after : high, to: low }
}

/** Whether a search that has gone as far as `reached` has passed `id`. */
export function isWithin(direction: IdRange['direction'], id: string, reached: string | null): boolean {
  return reached === null || (direction === 'older' ? id >= reached : id <= reached)
}

/** The earlier of two ids, or of two instants as ISO texts. */
export function earlierOf(one: string, other: string): string {
  return [one, other].toSorted()[0] ?? one
}

/** The later of two ids, or of two instants as ISO texts. */
export function laterOf(one: string, other: string): string {
  return [one, other].toSorted()[1] ?? one
}
