import { describe, expect, it } from 'vitest'
import { defaultRetryPolicies } from '@/lib/webhooks/retry-policy'
import { retryWords } from './retry-words'

describe('retryWords', () => {
  it.each([
    [defaultRetryPolicies.none, 'One attempt, and no retry.'],
    [
      defaultRetryPolicies.standard,
      '9 retries over 3 d 4 h: after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h.',
    ],
    [defaultRetryPolicies.short, '3 retries over 18 min 30 s: after 10 s, 1 min 40 s and 16 min 40 s.'],
    [[1_000, 2_000], '2 retries over 3.00 s: after 1 s and 2 s.'],
    [[90_500], 'One retry over 1 min 31 s: after 1 min 30 s 500 ms.'],
  ])('%j', (delays, words) => {
    expect(retryWords(delays)).toBe(words)
  })
})
