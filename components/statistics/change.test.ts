import { expect, it } from 'vitest'
import { countChange, durationChange, rateChange } from './change'

it.each([
  [1_050, 1_000, { direction: 'up', amount: '5 %', from: '1,000' }],
  [987, 1_000, { direction: 'down', amount: '1.3 %', from: '1,000' }],
  [1_000, 1_000, { direction: 'none', amount: 'No change', from: '1,000' }],
  [100_001, 100_000, { direction: 'up', amount: '< 0.1 %', from: '100,000' }],
  [30_000, 20, { direction: 'up', amount: '149,900 %', from: '20' }],
  [0, 4, { direction: 'down', amount: '100 %', from: '4' }],
  [4, 0, null],
])('%i deliveries after %i', (now, before, change) => {
  expect(countChange(now, before)).toEqual(change)
})

it.each([
  [0.9876, 0.983, { direction: 'up', amount: '0.46 points', from: '98.30 %' }],
  [0.5, 1, { direction: 'down', amount: '50 points', from: '100 %' }],
  [0.999_999, 1, { direction: 'down', amount: '< 0.01 points', from: '100 %' }],
  [0.7, 0.7, { direction: 'none', amount: 'No change', from: '70 %' }],
  [null, 0.7, null],
  [0.7, null, null],
])('a rate of %s after %s', (now, before, change) => {
  expect(rateChange(now, before)).toEqual(change)
})

it.each([
  [262, 312, { direction: 'down', amount: '50 ms', from: '312 ms' }],
  [5_000, 1_250, { direction: 'up', amount: '3.75 s', from: '1.25 s' }],
  [0, 0, { direction: 'none', amount: 'No change', from: '0 ms' }],
  [null, 312, null],
])('%s ms after %s', (now, before, change) => {
  expect(durationChange(now, before)).toEqual(change)
})
