import { describe, expect, it } from 'vitest'
import { FairQueue } from './fair-queue'

function filled(rows: [store: string, endpoint: string, count: number, cap?: number][]): FairQueue<string> {
  const queue = new FairQueue<string>()
  for (const [store, endpoint, count, cap = 100] of rows) {
    for (let index = 1; index <= count; index++) queue.push(store, endpoint, cap, `${endpoint}${index}`)
  }
  return queue
}

function takeAll(queue: FairQueue<string>): string[] {
  const taken: string[] = []
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item)
  return taken
}

describe('FairQueue', () => {
  it.each([
    [
      'stores take turns',
      [
        ['s1', 'a', 3],
        ['s2', 'b', 2],
      ],
      ['a1', 'b1', 'a2', 'b2', 'a3'],
    ],
    [
      'endpoints of a store take turns',
      [
        ['s1', 'a', 2],
        ['s1', 'b', 2],
      ],
      ['a1', 'b1', 'a2', 'b2'],
    ],
    [
      'a store with many endpoints gets no more turns',
      [
        ['s1', 'a', 1],
        ['s1', 'b', 1],
        ['s2', 'c', 2],
      ],
      ['a1', 'c1', 'b1', 'c2'],
    ],
    [
      'caps hold',
      [
        ['s1', 'a', 3, 1],
        ['s1', 'b', 2, 2],
      ],
      ['a1', 'b1', 'b2'],
    ],
  ] satisfies [string, [string, string, number, number?][], string[]][])('%s', (_, rows, expected) => {
    expect(takeAll(filled(rows))).toEqual(expected)
  })

  it('goes on with an endpoint at its cap when one is done', () => {
    const queue = filled([['s1', 'a', 3, 1]])
    expect(takeAll(queue)).toEqual(['a1'])
    expect([queue.size, queue.inFlight]).toEqual([2, 1])
    queue.done('a')
    expect(takeAll(queue)).toEqual(['a2'])
  })

  it('says how loaded each endpoint is', () => {
    const queue = filled([
      ['s1', 'a', 4, 2],
      ['s1', 'b', 1, 2],
    ])
    takeAll(queue)
    expect(queue.load('a')).toEqual({ waiting: 2, inFlight: 2 })
    expect(queue.load('unknown')).toEqual({ waiting: 0, inFlight: 0 })
    expect(queue.saturated(2)).toEqual(['a'])
  })

  it('takes out what waits, of one endpoint or of all', () => {
    const queue = filled([
      ['s1', 'a', 2],
      ['s1', 'b', 2],
      ['s2', 'c', 1],
    ])
    expect(queue.remove((item) => item.startsWith('a'))).toEqual(['a1', 'a2'])
    expect(takeAll(queue)).toEqual(['c1', 'b1', 'b2'])
    queue.push('s1', 'a', 1, 'a3')
    expect(queue.remove()).toEqual(['a3'])
    expect([queue.size, queue.take()]).toEqual([0, undefined])
  })

  it('forgets an endpoint that has nothing here', () => {
    const queue = filled([['s1', 'a', 1, 1]])
    takeAll(queue)
    queue.done('a')
    expect([queue.inFlight, queue.saturated(0)]).toEqual([0, []])
  })
})
