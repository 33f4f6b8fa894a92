import { describe, expect, it } from 'vitest'
import type { DueEndpoint } from '@/lib/db/due-endpoints'
import { FairQueue } from './fair-queue'
import { decideQuotas } from './quotas'

function due(endpointId: string, storeId = 's1', more: Partial<DueEndpoint> = {}): DueEndpoint {
  return { endpointId, storeId, concurrency: 8, timeoutMs: 5_000, dueInMs: -1, stopped: null, ...more }
}

describe('decideQuotas', () => {
  it('gives each due endpoint four times its cap, for its time limit and 15 s', () => {
    const { quotas } = decideQuotas(
      [due('a'), due('b', 's1', { concurrency: 2, timeoutMs: 30_000 })],
      new FairQueue(),
      1_000,
    )
    expect(quotas).toEqual([
      { endpointId: 'a', count: 32, leaseMs: 20_000, testsOnly: false },
      { endpointId: 'b', count: 8, leaseMs: 45_000, testsOnly: false },
    ])
  })

  it('deals in turns over stores while there is room', () => {
    const { quotas } = decideQuotas([due('a', 's1'), due('b', 's1'), due('c', 's2')], new FairQueue(), 70)
    expect(quotas.map(({ endpointId, count }) => [endpointId, count])).toEqual([
      ['a', 32],
      ['c', 32],
      ['b', 6],
    ])
  })

  it.each([
    [15, 17],
    [16, 16],
    [17, null],
    [32, null],
  ])('with %i here already it claims %s more', (here, count) => {
    const queue = new FairQueue<number>()
    for (let index = 0; index < here; index++) queue.push('s1', 'a', 8, index)
    const { quotas } = decideQuotas([due('a')], queue, 1_000)
    expect(quotas[0]?.count ?? null).toBe(count)
  })

  it('says when the first of the others is due', () => {
    const endpoints = [due('a', 's1', { dueInMs: 900 }), due('b', 's1', { dueInMs: 400 })]
    expect(decideQuotas(endpoints, new FairQueue(), 1_000)).toEqual({
      quotas: [],
      satisfied: [],
      isStarved: false,
      nextDueInMs: 400,
    })
  })

  it('says what it left, for want of room or because there is enough', () => {
    const queue = new FairQueue<number>()
    for (let index = 0; index < 20; index++) queue.push('s1', 'a', 8, index)
    expect(decideQuotas([due('a'), due('b')], queue, 30)).toMatchObject({ satisfied: ['a'], isStarved: true })
    expect(decideQuotas([due('a'), due('b')], queue, 52)).toMatchObject({
      satisfied: ['a'],
      isStarved: false,
    })
  })

  it('begins with another one each time', () => {
    const endpoints = [due('a'), due('b'), due('c')]
    const first = [0, 1, 2, 3].map(
      (turn) => decideQuotas(endpoints, new FairQueue(), 32, turn).quotas[0]?.endpointId,
    )
    expect(first).toEqual(['a', 'b', 'c', 'a'])
  })

  it('takes only test sends of a disabled endpoint', () => {
    const { quotas } = decideQuotas(
      [due('a', 's1', { stopped: 'endpoint_disabled' })],
      new FairQueue(),
      1_000,
    )
    expect(quotas[0]?.testsOnly).toBe(true)
  })
})
