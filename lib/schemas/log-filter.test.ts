import { expect, it } from 'vitest'
import { readLogFilter } from './log-filter'

const read = (query: string) => readLogFilter(new URLSearchParams(query))

it.each([
  ['status=failed', { status: 'failed' }],
  ['type=order.paid', { type: 'order.paid' }],
  ['endpoint=we_1&after=dlv_1&before=dlv_2', { endpoint: 'we_1', after: 'dlv_1', before: 'dlv_2' }],
  ['code=404', { code: 404 }],
  ['code=5xx', { code: '5xx' }],
  ['error=tls_error&range=7d', { error: 'tls_error', range: '7d' }],
  ['from=2024-02-29&to=2026-11-21', { from: '2024-02-29', to: '2026-11-21' }],
  ['q=%20anna%20smith%20', { q: 'anna smith' }],
  ['resend=rs_1', { resend: 'rs_1' }],
])('reads %s', (query, filter) => {
  expect(read(query)).toEqual(filter)
})

it.each([
  'status=lost',
  'status=',
  'status=failed&status=delivered',
  'code=99',
  'code=600',
  'code=40',
  'code=4040',
  'code=404.0',
  'code=6xx',
  'error=nothing',
  'range=2h',
  'range=toString',
  'from=21.11.2026',
  'from=2026-02-30',
  'to=2026-13-01',
  'to=2026-11-21T00:00:00Z',
  'q=%20%20',
  `q=${'x'.repeat(201)}`,
  `type=${'x'.repeat(201)}`,
  `endpoint=${'x'.repeat(41)}`,
  'other=1',
])('leaves %s out', (query) => {
  expect(read(query)).toEqual({})
})
