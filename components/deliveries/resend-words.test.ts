import { describe, expect, it } from 'vitest'
import { estimateText, excludedReasons, planTakesText } from './resend-words'

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

describe('planTakesText', () => {
  const until = new Date('2026-11-21T14:03:10Z')
  const accounting = { endpointName: 'Accounting', count: 121, pausedUntil: until }
  const erp = { endpointName: 'ERP', count: 1_204, pausedUntil: null }

  it.each([
    ['none is paused', [erp], 'This takes about 2 min.'],
    [
      'one is paused',
      [accounting],
      'Accounting is paused until 21 Nov 15:03:10 after failures: its deliveries wait until then.',
    ],
    [
      'one of two is paused',
      [accounting, erp],
      'Accounting is paused until 21 Nov 15:03:10 after failures: its deliveries wait until then. The others take about 2 min.',
    ],
    [
      'many are paused',
      [accounting, accounting, accounting, accounting],
      '4 of these endpoints are paused after failures: their deliveries wait until that ends.',
    ],
  ])('%s', (_, byEndpoint, text) => {
    expect(planTakesText(byEndpoint, 10, 'Europe/Berlin')).toBe(text)
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
