import { type Arguments, UsageError } from '@/scripts/commands/arguments'
import { readInstant } from './since'

/** The flags that choose deliveries of the log. */
export const queryFlags = {
  status: { type: 'string' },
  endpoint: { type: 'string' },
  type: { type: 'string' },
  error: { type: 'string' },
  'http-status': { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  q: { type: 'string' },
} as const

export const queryHelp = `  --status       pending, retrying, delivered, failed or cancelled
  --endpoint     an endpoint's id
  --type         an event type
  --error        a kind of error, like timeout
  --http-status  what the receiver answered, like 500
  --since        a time like 2026-01-16T14:20:00Z, or how long ago: 30m, 2h, 7d
  --until        the same
  --q            an id, an e-mail address in the data, or part of an endpoint's URL`

/** What the flags ask for, by the API's names; empty where none was given. Throws a UsageError. */
export function readQuery(given: Arguments): Record<string, string> {
  const httpStatus = given.text('http-status')
  if (httpStatus !== '' && !/^[1-9]\d\d$/.test(httpStatus)) {
    throw new UsageError('--http-status must be a status like 500.')
  }
  const query = {
    status: given.text('status'),
    endpoint_id: given.text('endpoint'),
    event_type: given.text('type'),
    error: given.text('error'),
    http_status: httpStatus,
    since: given.has('since') ? readInstant('since', given.text('since')) : '',
    until: given.has('until') ? readInstant('until', given.text('until')) : '',
    q: given.text('q'),
  }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}
