import { describe, expect, it } from 'vitest'
import type { DueEndpoint } from '@/lib/db/due-endpoints'
import { decideQuotas, type EndpointStanding } from './quotas'

function due(endpointId: string, storeId = 's1', more: Partial<DueEndpoint> = {}): DueEndpoint {
  const facts = { concurrency: 8, rateLimit: null, revision: 1, timeoutMs: 5_000 }
  return { endpointId, storeId, ...facts, dueInMs: -1, stopped: null, ...more }
}

function standing(waiting = 0, more: Partial<EndpointStanding> = {}): EndpointStanding {
  const allowance = { scope: 'all', most: 32, mostAsked: 32, kept: 32 } as const
  return { load: { waiting, inFlight: 0 }, allowance, pace: 'quick', ...more }
}

const idle = () => standing()
const room = (all: number, notQuick = all) => ({ all, notQuick })

describe('decideQuotas', () => {
  it('gives each due endpoint what it may have, for its time limit and 15 s', () => {
    const small = standing(0, { allowance: { scope: 'all', most: 8, mostAsked: 8, kept: 8 } })
    const endpoints = [due('a'), due('b', 's1', { timeoutMs: 30_000 })]
    const { quotas } = decideQuotas(endpoints, (id) => (id === 'b' ? small : standing()), room(1_000))
    expect(quotas).toEqual([
      { endpointId: 'a', count: 32, leaseMs: 20_000, scope: 'all' },
      { endpointId: 'b', count: 8, leaseMs: 45_000, scope: 'all' },
    ])
  })

  it('deals in turns over stores while there is room', () => {
    const { quotas } = decideQuotas([due('a', 's1'), due('b', 's1'), due('c', 's2')], idle, room(70))
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
    [40, null],
  ])('with %i here already it claims %s more', (here, count) => {
    const { quotas } = decideQuotas([due('a')], () => standing(here), room(1_000))
    expect(quotas[0]?.count ?? null).toBe(count)
  })

  it.each([
    ['all', 1, null, 'all', 1],
    ['all', 0, null, null, null],
    ['asked', 0, null, 'asked', 4],
    ['asked', 0, 'endpoint_disabled', 'tests', 4],
    ['all', 32, 'endpoint_disabled', 'tests', 4],
  ] as const)('with %s and %i allowed, stopped by %s: %s, %s', (scope, most, stopped, expected, count) => {
    const allowance = { scope, most, mostAsked: 4, kept: most }
    const { quotas } = decideQuotas(
      [due('a', 's1', { stopped })],
      () => standing(0, { allowance }),
      room(1_000),
    )
    expect([quotas[0]?.scope ?? null, quotas[0]?.count ?? null]).toEqual([expected, count])
  })

  it('leaves the rest of the room to those that answer soon', () => {
    const endpoints = [due('a'), due('b'), due('c')]
    const standingOf = (id: string) => standing(0, { pace: id === 'c' ? 'quick' : 'slow' })
    const { quotas, isStarved, withMore } = decideQuotas(endpoints, standingOf, room(128, 40))
    expect(quotas.map(({ endpointId, count }) => [endpointId, count])).toEqual([
      ['a', 32],
      ['b', 8],
      ['c', 32],
    ])
    expect({ isStarved, withMore }).toEqual({ isStarved: false, withMore: ['b'] })
  })

  it.each([
    ['unknown', 0, 1],
    ['unknown', 1, null],
    ['slow', 0, null],
    ['quick', 0, 32],
  ] as const)(
    'where slow ones have all the room they may, an endpoint that is %s with %i here gets %s',
    (pace, here, count) => {
      const { quotas } = decideQuotas([due('a')], () => standing(here, { pace }), room(100, 0))
      expect(quotas[0]?.count ?? null).toBe(count)
    },
  )

  it('says when the first of the others is due', () => {
    const endpoints = [due('a', 's1', { dueInMs: 900 }), due('b', 's1', { dueInMs: 400 })]
    expect(decideQuotas(endpoints, idle, room(1_000))).toEqual({
      quotas: [],
      withMore: [],
      isStarved: false,
      nextDueInMs: 400,
    })
  })

  it.each([
    [10, true],
    [32, false],
  ])('with room for %i, says what it left', (all, isStarved) => {
    const standingOf = (id: string) => standing(id === 'a' ? 20 : 0)
    expect(decideQuotas([due('a'), due('b')], standingOf, room(all))).toMatchObject({
      withMore: ['a'],
      isStarved,
    })
  })

  it('begins with another one each time', () => {
    const endpoints = [due('a'), due('b'), due('c')]
    const first = [0, 1, 2, 3].map(
      (turn) => decideQuotas(endpoints, idle, room(32), turn).quotas[0]?.endpointId,
    )
    expect(first).toEqual(['a', 'b', 'c', 'a'])
  })
})
