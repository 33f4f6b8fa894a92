import { expect, it } from 'vitest'
import { failedLogLink } from './failed-log-link'

const report = {
  from: '2026-10-23',
  to: '2026-11-21',
  logFrom: '2026-10-22',
  endpointId: null,
  eventType: null,
}

it('filters the log by the error, its code and the days', () => {
  expect(failedLogLink(report, { error: 'http_error', httpStatus: 503, count: 4 })).toBe(
    '/deliveries?status=failed&error=http_error&code=503&from=2026-10-23&to=2026-11-21',
  )
  expect(failedLogLink(report, { error: 'timeout', httpStatus: null, count: 4 })).toBe(
    '/deliveries?status=failed&error=timeout&from=2026-10-23&to=2026-11-21',
  )
})

it('carries the endpoint and the event type over', () => {
  const filtered = {
    ...report,
    endpointId: '01979c5e-0000-7000-8000-0000000000aa',
    eventType: 'order.paid',
  }
  expect(failedLogLink(filtered, { error: 'dns_error', httpStatus: null, count: 1 })).toBe(
    '/deliveries?status=failed&error=dns_error&endpoint=we_01jye5w000e00800000000005a&type=order.paid&from=2026-10-23&to=2026-11-21',
  )
})

it('goes no further back than the log', () => {
  const long = { ...report, from: '2026-08-24' }
  expect(failedLogLink(long, { error: 'timeout', httpStatus: null, count: 1 })).toContain('from=2026-10-22&')
})
