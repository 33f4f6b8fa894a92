import { describe, expect, it } from 'vitest'
import { FairQueue, type Gate } from './fair-queue'

type Row = [store: string, endpoint: string, count: number]

/** A queue whose gate knows caps alone. */
function filled(rows: Row[], caps: Record<string, number> = {}, gate?: Gate): FairQueue<string> {
  const byCap: Gate = (endpointId, inFlight) => (inFlight < (caps[endpointId] ?? 100) ? 0 : 'own')
  const queue = new FairQueue<string>(gate ?? byCap)
  for (const [store, endpoint, count] of rows) {
    for (let index = 1; index <= count; index++) queue.push(store, endpoint, `${endpoint}${index}`)
  }
  return queue
}

function takeAll(queue: FairQueue<string>, nowMs = 0): string[] {
  const taken: string[] = []
  for (let item = queue.take(nowMs); item !== undefined; item = queue.take(nowMs)) taken.push(item)
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
      {},
      ['a1', 'b1', 'a2', 'b2', 'a3'],
    ],
    [
      'endpoints of a store take turns',
      [
        ['s1', 'a', 2],
        ['s1', 'b', 2],
      ],
      {},
      ['a1', 'b1', 'a2', 'b2'],
    ],
    [
      'a store with many endpoints gets no more turns',
      [
        ['s1', 'a', 1],
        ['s1', 'b', 1],
        ['s2', 'c', 2],
      ],
      {},
      ['a1', 'c1', 'b1', 'c2'],
    ],
    [
      'the gate holds',
      [
        ['s1', 'a', 3],
        ['s1', 'b', 2],
      ],
      { a: 1, b: 2 },
      ['a1', 'b1', 'b2'],
    ],
  ] satisfies [string, Row[], Record<string, number>, string[]][])('%s', (_, rows, caps, expected) => {
    expect(takeAll(filled(rows, caps))).toEqual(expected)
  })

  it('goes on with an endpoint at its cap when one is done', () => {
    const queue = filled([['s1', 'a', 3]], { a: 1 })
    expect(takeAll(queue)).toEqual(['a1'])
    expect([queue.size, queue.inFlight]).toEqual([2, 1])
    queue.done('a')
    expect(takeAll(queue)).toEqual(['a2'])
  })

  it('lets what people asked for go first, also where the rest may not go', () => {
    let isPaused = false
    const queue = filled([['s1', 'a', 2]], {}, (_, __, isAsked) => (isPaused && !isAsked ? 'own' : 0))
    queue.push('s1', 'a', 'asked1', true)
    queue.push('s1', 'a', 'asked2', true)
    expect(queue.take(0)).toBe('asked1')
    isPaused = true
    expect(takeAll(queue)).toEqual(['asked2'])
    isPaused = false
    queue.reconsider('a')
    expect(takeAll(queue)).toEqual(['a1', 'a2'])
  })

  it('lets an endpoint out of the turns until its time comes, and the others go on', () => {
    let waitMs = 50
    const queue = filled(
      [
        ['s1', 'a', 2],
        ['s1', 'b', 1],
      ],
      {},
      (endpointId) => (endpointId === 'a' ? waitMs : 0),
    )
    expect(takeAll(queue, 1_000)).toEqual(['b1'])
    expect(queue.nextWakeAtMs).toBe(1_050)
    queue.wake(1_049)
    expect(takeAll(queue, 1_049)).toEqual([])
    waitMs = 0
    queue.wake(1_050)
    expect(takeAll(queue, 1_050)).toEqual(['a1', 'a2'])
    expect(queue.nextWakeAtMs).toBeUndefined()
  })

  it('lets an endpoint that waits for others in, one for each that is done, those that wait longest first', () => {
    let room = 1
    const queue = filled(
      [
        ['s1', 'a', 1],
        ['s1', 'b', 1],
        ['s1', 'c', 1],
      ],
      {},
      () => (room > 0 ? 0 : 'others'),
    )
    expect(queue.take(0)).toBe('a1')
    room = 0
    expect(takeAll(queue)).toEqual([])
    queue.done('a')
    room = 1
    expect(takeAll(queue)).toEqual(['b1'])
    queue.done('b')
    expect(takeAll(queue)).toEqual(['c1'])
  })

  it('says how loaded each endpoint is', () => {
    const queue = filled(
      [
        ['s1', 'a', 4],
        ['s1', 'b', 1],
      ],
      { a: 2 },
    )
    takeAll(queue)
    expect(queue.load('a')).toEqual({ waiting: 2, inFlight: 2 })
    expect(queue.load('unknown')).toEqual({ waiting: 0, inFlight: 0 })
    expect([...queue.loads()]).toEqual([
      ['a', { waiting: 2, inFlight: 2 }],
      ['b', { waiting: 0, inFlight: 1 }],
    ])
  })

  it('takes out what waits, of one endpoint or of all', () => {
    const queue = filled([
      ['s1', 'a', 2],
      ['s1', 'b', 2],
      ['s2', 'c', 1],
    ])
    expect(queue.remove((item) => item.endsWith('1'), 'a')).toEqual(['a1'])
    expect(queue.remove((item) => item.startsWith('a'))).toEqual(['a2'])
    expect(takeAll(queue)).toEqual(['c1', 'b1', 'b2'])
    queue.push('s1', 'a', 'a3')
    expect(queue.remove()).toEqual(['a3'])
    expect([queue.size, queue.take(0)]).toEqual([0, undefined])
  })

  it.each([
    [6, 6, []],
    [4, 4, ['a5']],
    [1, 4, ['a2', 'a3', 'a4', 'a5']],
    [0, 4, ['a2', 'a3', 'a4', 'a5']],
    [0, 2, ['asked2', 'a2', 'a3', 'a4', 'a5']],
    [0, 0, ['asked1', 'asked2', 'a2', 'a3', 'a4', 'a5']],
  ])('with one in flight, keeps %i in all and %i that people asked for', (most, mostAsked, removed) => {
    const queue = filled([['s1', 'a', 5]], { a: 1 })
    expect(takeAll(queue)).toEqual(['a1'])
    queue.push('s1', 'a', 'asked1', true)
    queue.push('s1', 'a', 'asked2', true)
    expect(queue.trim('a', most, mostAsked)).toEqual(removed)
    expect(queue.size).toBe(6 - removed.length)
  })

  it('forgets an endpoint that has nothing here', () => {
    const queue = filled([['s1', 'a', 1]])
    takeAll(queue)
    queue.done('a')
    queue.push('s1', 'b', 'b1')
    queue.remove()
    expect([queue.inFlight, ...queue.loads()]).toEqual([0])
  })
})
