import { describe, expect, it } from 'vitest'
import { type LogFilterInput, readLogFilter } from '@/lib/schemas/log-filter'
import { changeFilter, logHref, logQuery } from './log-address'

const whole: LogFilterInput = {
  status: 'failed',
  type: 'order.paid',
  endpoint: 'we_01hzx3',
  code: '5xx',
  error: 'http_error',
  range: '24h',
  from: '2026-11-01',
  to: '2026-11-21',
  q: 'anna+1@example.com & co',
  resend: 'rs_01hzx5',
  after: 'dlv_01hzx3',
  before: 'dlv_01hzx4',
}

describe('the log’s address', () => {
  it('holds every filter, and gives it back', () => {
    expect(readLogFilter(new URLSearchParams(logQuery(whole)))).toEqual(whole)
    expect(readLogFilter(new URLSearchParams(logQuery({ code: 404 })))).toEqual({ code: 404 })
    expect(logQuery({})).toBe('')
  })

  it('is the same text in whatever order it was made', () => {
    expect(logQuery({ q: 'x', status: 'failed' })).toBe(logQuery({ status: 'failed', q: 'x' }))
    const other = new URLSearchParams('q=x&utm_source=mail&status=failed')
    expect(logQuery(readLogFilter(other))).toBe('status=failed&q=x')
  })

  it('begins at the first page again when a filter changes', () => {
    expect(logHref(changeFilter(whole, { status: undefined, q: 'x' }))).toBe(
      '?type=order.paid&endpoint=we_01hzx3&code=5xx&error=http_error&range=24h&from=2026-11-01&to=2026-11-21&q=x&resend=rs_01hzx5',
    )
    expect(logHref(changeFilter({ status: 'failed' }, { after: 'dlv_01hzx3' }))).toBe(
      '?status=failed&after=dlv_01hzx3',
    )
  })
})
