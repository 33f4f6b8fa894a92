import { expect, it } from 'vitest'
import type { EventFilter } from '@/lib/webhooks/event-filter'
import { filterWords } from './filter-words'
import { limitWords } from './limit-words'

it.each<[EventFilter, string]>([
  [
    {
      match: 'all',
      conditions: [
        { path: 'total', operator: 'greater_than', value: 100 },
        { path: 'status', operator: 'equals', value: 'paid' },
      ],
    },
    'total is greater than 100 and status is “paid”',
  ],
  [
    {
      match: 'any',
      conditions: [
        { path: 'note', operator: 'exists', value: false },
        { path: 'id', operator: 'not_in', value: [1, 2, 3, 4, 5, 6, 7] },
        { path: 'is_gift', operator: 'not_equals', value: null },
      ],
    },
    'note is missing or id is none of 1, 2, 3, 4, 5 and 2 more or is_gift is not null',
  ],
])('%j reads “%s”', (filter, words) => {
  expect(filterWords(filter)).toBe(words)
})

it.each([
  ['api', 5, null, 8, 'At most 8 requests at once, as fast as they come; each may take up to 5 s.'],
  ['api', 2.5, 10, 1, 'One request at a time, 10 a second; each may take up to 2.5 s.'],
  ['email', 30, 1_000, 2, 'At most 2 messages at once, 1,000 a second; each may take up to 30 s.'],
  ['api', Number.NaN, null, 8, null],
  ['api', 5, Number.NaN, 8, null],
] as const)('%s: %s s, %s a second, %s at once', (kind, timeoutSeconds, rateLimit, concurrency, words) => {
  expect(limitWords({ kind, timeoutSeconds, rateLimit, concurrency })).toBe(words)
})
