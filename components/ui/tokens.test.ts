import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((found) => [
    found[1],
    { light: found[2], dark: found[3] },
  ]),
)

type Theme = 'light' | 'dark'

function channels(token: string, theme: Theme): number[] {
  const hex = tokens.get(token)?.[theme]
  if (hex === undefined) throw new Error(`globals.css has no colour --${token}`)
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

/** `share` of a colour over another, as `bg-ink/7` paints it. */
function over(top: number[], share: number, below: number[]): number[] {
  return below.map((value, index) => value + ((top[index] ?? 0) - value) * share)
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: number[], other: number[]): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'inset', 'hover', 'brass-wash']
const tones = ['success', 'warning', 'danger', 'progress']

/** Each text on each ground it may stand on: 4.5 to 1. */
const texts: [string, string][] = [
  ...['ink', 'faded', 'brass-ink', ...tones].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...tones.flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    ['ink', `${tone}-wash`],
    ['brass-ink', `${tone}-wash`],
  ]),
  ['on-brass', 'brass'],
  ['on-brass', 'brass-pressed'],
  ['on-danger', 'danger-fill'],
  ['on-danger', 'danger-fill-pressed'],
  ['paper', 'ink'],
]

/** What must be made out without being read: the edge of a control, the focus ring, the marks of a chart. 3 to 1. */
const shapes: [string, string][] = [
  ...['edge', 'brass-ink', 'danger-fill'].flatMap((shape) =>
    ['paper', 'surface'].map((ground): [string, string] => [shape, ground]),
  ),
  ...['delivered', 'failed', 'retrying', 'pending', 'cancelled', 'accent'].map((mark): [string, string] => [
    `chart-${mark}`,
    'surface',
  ]),
]

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  it.each(texts)('%s on %s can be read', (text, ground) => {
    expect(contrast(channels(text, theme), channels(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('%s on %s can be made out', (shape, ground) => {
    expect(contrast(channels(shape, theme), channels(ground, theme))).toBeGreaterThanOrEqual(3)
  })

  it.each(['ink', 'faded', 'danger'])('%s can be read on a highlighted item', (text) => {
    const item = over(channels('ink', theme), 0.07, channels('surface', theme))
    expect(contrast(channels(text, theme), item)).toBeGreaterThanOrEqual(4.5)
  })
})

it('measures as WCAG does', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2)
})

it('knows every colour of the palette', () => {
  expect(css.match(/--[\w-]+: light-dark\(#/g)).toHaveLength(tokens.size)
})
