import type { Paint } from './terminal'

const colours: Record<string, Paint> = {
  delivered: 'green',
  failed: 'red',
  retrying: 'yellow',
  cancelled: 'faded',
}

/** The colour of a delivery's status. */
export function colourOf(status: string): Paint | undefined {
  return colours[status]
}

/** What came of it, in a word: the receiver's status, or the kind of error. */
export function outcomeOf({
  http_status: status,
  error,
}: {
  http_status: number | null
  error: string | null
}): string {
  if (status !== null) return String(status)
  return error ?? '–'
}

/** `2026-01-16 14:20:00Z` of an instant. */
export function timeOf(iso: string | null): string {
  return iso === null ? '–' : `${iso.slice(0, 19).replace('T', ' ')}Z`
}
