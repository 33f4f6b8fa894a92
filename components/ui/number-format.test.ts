import { expect, it } from 'vitest'
import { formatBytes, formatCount, formatDuration, formatRate } from './number-format'

it.each([
  [0, '0'],
  [999, '999'],
  [1_204, '1,204'],
  [12_345_678, '12,345,678'],
])('formatCount(%s): %s', (count, text) => {
  expect(formatCount(count)).toBe(text)
})

it.each([
  [null, '—'],
  [0, '0 %'],
  [1, '100 %'],
  [0.9876, '98.76 %'],
  [0.98769, '98.76 %'],
  [0.5, '50 %'],
  [0.28, '28 %'],
  [0.285, '28.50 %'],
  [0.2801, '28.01 %'],
  [0.9995, '99.95 %'],
  [1 / 3, '33.33 %'],
  [2 / 3, '66.66 %'],
  [999_999 / 1_000_000, '99.99 %'],
  [999_999_999 / 1_000_000_000, '99.99 %'],
  [1 - Number.EPSILON, '99.99 %'],
  [1 / 1_000_000, '< 0.01 %'],
  [0.280_001, '28 %'],
])('formatRate(%s): %s', (rate, text) => {
  expect(formatRate(rate)).toBe(text)
})

it('formatRate keeps each hundredth that a rate has', () => {
  for (let hundredths = 1; hundredths < 10_000; hundredths += 1) {
    const text = hundredths % 100 === 0 ? `${hundredths / 100}` : (hundredths / 100).toFixed(2)
    expect(formatRate(hundredths / 10_000)).toBe(`${text} %`)
  }
})

it.each([
  [null, '—'],
  [0, '0 ms'],
  [312, '312 ms'],
  [999.4, '999 ms'],
  [999.6, '1.00 s'],
  [1_000, '1.00 s'],
  [1_240, '1.24 s'],
  [59_990, '59.99 s'],
  [59_996, '1 min'],
  [72_000, '1 min 12 s'],
  [3_599_700, '1 h'],
  [7_500_000, '2 h 5 min'],
  [86_400_000, '1 d'],
  [270_000_000, '3 d 3 h'],
])('formatDuration(%s): %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

it.each([
  [0, '0 B'],
  [512, '512 B'],
  [1_023, '1,023 B'],
  [1_024, '1 KiB'],
  [1_536, '1.5 KiB'],
  [16_384, '16 KiB'],
  [1_048_575, '1 MiB'],
  [2_516_582, '2.4 MiB'],
])('formatBytes(%s): %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})
