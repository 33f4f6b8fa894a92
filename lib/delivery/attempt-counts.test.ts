import { expect, it } from 'vitest'
import { AttemptCounts, DURATION_BOUNDS } from './attempt-counts'

it('counts attempts by their error, and requests by how long they took', () => {
  const counts = new AttemptCounts()
  counts.add({ error: null, durationMs: 0 }, true)
  counts.add({ error: null, durationMs: 50 }, true)
  counts.add({ error: 'timeout', durationMs: 30_000 }, true)
  counts.add({ error: 'timeout', durationMs: 30_001 }, true)
  counts.add({ error: 'placeholder_error', durationMs: 3 }, false)
  expect(Object.fromEntries(counts.byError)).toEqual({ null: 2, timeout: 2, placeholder_error: 1 })
  expect(counts.durations).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 1, 1])
  expect(counts.durations).toHaveLength(DURATION_BOUNDS.length + 1)
  expect(counts.totalSeconds).toBeCloseTo(60.051)
})
