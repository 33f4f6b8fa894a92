import { describe, expect, it } from 'vitest'
import { estimateText, excludedReasons } from './resend-words'

describe('estimateText', () => {
  it.each([
    [1, 10, 'less than a minute'],
    [590, 10, 'less than a minute'],
    [600, 10, 'about 1 min'],
    [1_204, 10, 'about 2 min'],
    [100_000, 10, 'about 3 h'],
    [100_000, 1_000, 'about 2 min'],
    [100_000, 1, 'about 28 h'],
    [200_000, 1, 'about 2 days'],
  ])('%i at %i a second: %s', (total, rate, text) => {
    expect(estimateText(total, rate)).toBe(text)
  })
})

describe('excludedReasons', () => {
  it('names those that apply', () => {
    const excluded = {
      already_delivered: 2,
      in_flight: 0,
      endpoint_unavailable: 1,
      payload_gone: 0,
      test_send: 0,
    }
    expect(excludedReasons(excluded)).toEqual([
      { reason: 'Delivered already.', count: 2 },
      { reason: 'The endpoint is disabled or deleted.', count: 1 },
    ])
  })
})
