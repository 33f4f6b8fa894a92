const INTERVALS = 5
const MULTIPLES = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
const RATE_FLOORS = [0.95, 0.9, 0.8, 0.5, 0]

/** The ticks of an axis from 0 to at least `max`, always as many, so that two axes share their grid lines. */
export function countTicks(max: number): number[] {
  const rough = Math.max(1, max / INTERVALS)
  const power = 10 ** Math.floor(Math.log10(rough))
  const multiple = MULTIPLES.find((each) => each * power >= rough && Number.isInteger(each * power)) ?? 10
  return ticks(0, multiple * power)
}

/** The ticks of an axis of rates up to 1; it begins above 0 where every rate is high, so that they can be told apart. */
export function rateTicks(rates: readonly (number | null)[]): number[] {
  const lowest = Math.min(1, ...rates.filter((rate) => rate !== null))
  // A rate on the axis itself could not be seen.
  const floor = RATE_FLOORS.find((each) => each < lowest) ?? 0
  return ticks(floor, (1 - floor) / INTERVALS)
}

/** The px that an axis needs beside the chart for these labels, in the size of `text-xs`. */
export function axisWidth(labels: readonly string[]): number {
  return 12 + 7 * Math.max(...labels.map((label) => label.length))
}

/** At most `room` of the days, equally far apart, the last one always. */
export function labelledDays(dates: readonly string[], room: number): string[] {
  const step = Math.ceil(dates.length / Math.max(1, room))
  return dates.filter((_, index) => (dates.length - 1 - index) % step === 0)
}

function ticks(from: number, step: number): number[] {
  // Sums of decimal fractions are off by a hair.
  return Array.from({ length: INTERVALS + 1 }, (_, index) => Number((from + index * step).toFixed(6)))
}
