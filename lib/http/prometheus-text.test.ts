import { describe, expect, it } from 'vitest'
import { histogramSamples, toExposition } from './prometheus-text'

describe('toExposition', () => {
  it('writes each metric with its help and type', () => {
    const text = toExposition([
      { name: 'up', help: 'Whether it is.', type: 'gauge', samples: [{ value: 1 }] },
      {
        name: 'attempts_total',
        help: 'A \\ and\na new line.',
        type: 'counter',
        samples: [
          { labels: { outcome: 'failed', error: 'a "b" \\ \n' }, value: 2.5 },
          { labels: { outcome: 'succeeded', error: '' }, value: 0 },
        ],
      },
      { name: 'none', help: 'Nothing yet.', type: 'counter', samples: [] },
    ])
    expect(text).toBe(
      [
        '# HELP up Whether it is.',
        '# TYPE up gauge',
        'up 1',
        '# HELP attempts_total A \\\\ and\\na new line.',
        '# TYPE attempts_total counter',
        'attempts_total{outcome="failed",error="a \\"b\\" \\\\ \\n"} 2.5',
        'attempts_total{outcome="succeeded",error=""} 0',
        '# HELP none Nothing yet.',
        '# TYPE none counter',
        '',
      ].join('\n'),
    )
  })
})

describe('histogramSamples', () => {
  it('adds the buckets up, as Prometheus reads them', () => {
    const samples = histogramSamples([0.1, 1], [3, 0, 2], 12.5, { pid: '1' })
    const text = toExposition([{ name: 'd', help: 'D.', type: 'histogram', samples }])
    expect(text.split('\n').slice(2, -1)).toEqual([
      'd_bucket{pid="1",le="0.1"} 3',
      'd_bucket{pid="1",le="1"} 3',
      'd_bucket{pid="1",le="+Inf"} 5',
      'd_sum{pid="1"} 12.5',
      'd_count{pid="1"} 5',
    ])
  })
})
