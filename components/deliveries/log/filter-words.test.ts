import { expect, it } from 'vitest'
import { newId, toPublicId } from '@/lib/ids'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import { dateLabel, filterParts } from './filter-words'
import { changeFilter } from './log-address'

const id = newId()
const endpoints = [{ id, name: 'ERP orders', isDeleted: false }]

it('names every part, and says how to take it away', () => {
  const filter: LogFilterInput = {
    status: 'failed',
    type: 'order.paid',
    endpoint: toPublicId('we', id),
    code: '5xx',
    error: 'http_error',
    range: '24h',
    q: '1042',
    after: 'dlv_x',
  }
  const parts = filterParts(filter, endpoints)
  expect(parts.map(({ label }) => label)).toEqual([
    'Search: 1042',
    'Status: Failed',
    'Event: order.paid',
    'Endpoint: ERP orders',
    'HTTP 5xx',
    'Error: HTTP error',
    'Last 24 hours',
  ])
  for (const part of parts) {
    const left = filterParts(changeFilter(filter, part.without), endpoints)
    expect(left.map(({ key }) => key)).toEqual(
      parts.filter(({ key }) => key !== part.key).map(({ key }) => key),
    )
  }
  expect(filterParts({ endpoint: toPublicId('we', newId()) }, endpoints)[0]?.label).toBe('Endpoint: unknown')
  expect(filterParts({ after: 'dlv_x' }, endpoints)).toEqual([])
})

it.each<[LogFilterInput, string | null]>([
  [{}, null],
  [{ range: '1h', from: '2026-11-01' }, 'Last hour'],
  [{ from: '2026-11-01', to: '2026-11-21' }, '1 Nov to 21 Nov'],
  [{ from: '2026-11-21', to: '2026-11-21' }, '21 Nov'],
  [{ from: '2026-11-01' }, 'Since 1 Nov'],
  [{ to: '2026-11-21' }, 'Until 21 Nov'],
])('says the dates of %o', (filter, words) => {
  expect(dateLabel(filter)).toBe(words)
})
