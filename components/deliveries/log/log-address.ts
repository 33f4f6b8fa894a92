import type { LogFilterInput } from '@/lib/schemas/log-filter'

const names = [
  'status',
  'type',
  'endpoint',
  'code',
  'error',
  'range',
  'from',
  'to',
  'q',
  'resend',
  'after',
  'before',
] as const satisfies readonly (keyof LogFilterInput)[]

/** The same filter is always the same text, so that it can name what was loaded for it. */
export function logQuery(filter: LogFilterInput): string {
  const query = new URLSearchParams()
  for (const name of names) {
    const value = filter[name]
    if (value !== undefined) query.set(name, String(value))
  }
  return query.toString()
}

/** The filter with these changes, from its first page on. */
export function changeFilter(filter: LogFilterInput, changes: LogFilterInput): LogFilterInput {
  return { ...firstPageOf(filter), ...changes }
}

/** The filter without its place in the pages. */
export function firstPageOf({ after: _, before: __, ...filter }: LogFilterInput): LogFilterInput {
  return filter
}

/** A link to this filter on the page that it stands on. */
export function logHref(filter: LogFilterInput): `?${string}` {
  return `?${logQuery(filter)}`
}
