import { describe, expect, it } from 'vitest'
import type { EndpointStatistics } from '@/lib/operations/endpoint-statistics'
import { nextSort, readSort, sortEndpoints } from './endpoint-sort'

const row = (name: string, delivered: number, failed: number, p95: number | null): EndpointStatistics => ({
  endpointId: name,
  name,
  isDeleted: false,
  delivered,
  failed,
  cancelled: 0,
  successRate: delivered + failed === 0 ? null : delivered / (delivered + failed),
  p95,
  mostFrequentError: failed === 0 ? null : { error: 'timeout', httpStatus: null, count: failed },
})
const rows = [
  row('ERP', 90, 10, 100),
  row('idle', 0, 0, null),
  row('CRM', 5, 5, 900),
  row('äpfel', 50, 0, 20),
]
const namesBy = (sort: string | null) => sortEndpoints(rows, readSort(sort)).map(({ name }) => name)

describe('sorting', () => {
  it.each([
    [null, ['ERP', 'äpfel', 'CRM', 'idle']],
    ['nonsense', ['ERP', 'äpfel', 'CRM', 'idle']],
    ['deliveries', ['idle', 'CRM', 'äpfel', 'ERP']],
    ['name', ['äpfel', 'CRM', 'ERP', 'idle']],
    ['-name', ['idle', 'ERP', 'CRM', 'äpfel']],
    ['rate', ['CRM', 'ERP', 'äpfel', 'idle']],
    ['-rate', ['äpfel', 'ERP', 'CRM', 'idle']],
    ['p95', ['äpfel', 'ERP', 'CRM', 'idle']],
    ['-p95', ['CRM', 'ERP', 'äpfel', 'idle']],
    ['-error', ['ERP', 'CRM', 'idle', 'äpfel']],
  ])('by %s', (sort, names) => {
    expect(namesBy(sort)).toEqual(names)
  })
})

it('turns round when a head is pressed again, and begins with what a column is looked at for', () => {
  expect(nextSort(readSort(null), 'deliveries')).toBe('deliveries')
  expect(nextSort(readSort('deliveries'), 'deliveries')).toBe('-deliveries')
  expect(nextSort(readSort(null), 'rate')).toBe('rate')
  expect(nextSort(readSort('rate'), 'rate')).toBe('-rate')
  expect(nextSort(readSort('rate'), 'p95')).toBe('-p95')
  expect(nextSort(readSort('rate'), 'name')).toBe('name')
})
