import { beforeEach, describe, expect, it } from 'vitest'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { testEvent } from '@/lib/testing/factories'
import { filterCases } from '@/lib/testing/filter-cases'
import { type EventFilter, eventFilterSchema, passesFilter, readFilter } from '@/lib/webhooks/event-filter'
import { hotPool } from './client'
import { createEndpoint, type EndpointChanges, updateEndpoint } from './endpoints'
import { ingestEvents } from './ingest-events'

cloneTestDatabase()

async function inSql(filters: readonly unknown[], data: readonly string[]): Promise<(boolean | null)[]> {
  const { rows } = await hotPool().query<{ passes: boolean | null }>(
    `SELECT passes_filter(i.filter, i.data) AS passes
     FROM unnest($1::jsonb[], $2::text[]) WITH ORDINALITY AS i(filter, data, position) ORDER BY i.position`,
    [filters.map((filter) => JSON.stringify(filter)), data],
  )
  return rows.map((row) => row.passes)
}

const asFilter = ({ path, operator, value }: (typeof filterCases)[number]): EventFilter =>
  eventFilterSchema.parse({ match: 'all', conditions: [{ path, operator, value }] })
const asData = (object: string) => `{"object":${object}}`

describe('a filter', () => {
  it('means in SQL what it means in TypeScript', async () => {
    const answers = await inSql(
      filterCases.map(asFilter),
      filterCases.map(({ object }) => asData(object)),
    )
    const told = (holds: (index: number) => unknown) =>
      filterCases.map(
        ({ path, operator, value }, index) => `${path} ${operator} ${JSON.stringify(value)}: ${holds(index)}`,
      )
    expect(told((index) => answers[index])).toEqual(told((index) => filterCases[index]?.holds))
  })

  it('combines conditions in SQL as in TypeScript', async () => {
    const objects = [...new Set(filterCases.map(({ object }) => object))]
    const pairs = Array.from({ length: 3_000 }, (_, round) => {
      const conditions = Array.from({ length: 1 + (round % 4) }, (_, index) => {
        const picked = filterCases[(round * 7 + index * 31 + round * index) % filterCases.length]
        if (!picked) throw new Error('no case')
        return asFilter(picked).conditions
      }).flat()
      const match = round % 2 === 0 ? ('all' as const) : ('any' as const)
      return { filter: { match, conditions }, object: objects[round % 3 === 0 ? 0 : 1] ?? '' }
    })
    const expected = pairs.map(({ filter, object }) => passesFilter(filter, JSON.parse(object)))
    expect(new Set(expected)).toEqual(new Set([true, false]))
    const answers = await inSql(
      pairs.map(({ filter }) => filter),
      pairs.map(({ object }) => asData(object)),
    )
    expect(answers).toEqual(expected)
  })

  it('means the same for data that SQL gave, however it is written', async () => {
    const raw = String.raw`{ "object" : {"smile":"\uD83D\ude00","text":"\u0061\\ud83d","n":1.50,"n":2.50e0,"caf\u00e9":true} }`
    const conditions = [
      { path: 'smile', operator: 'equals', value: '😀' },
      { path: 'text', operator: 'equals', value: 'a\\ud83d' },
      { path: 'n', operator: 'equals', value: 2.5 },
      { path: 'café', operator: 'equals', value: true },
    ]
    const filter = eventFilterSchema.parse({ match: 'all', conditions })
    expect(passesFilter(filter, JSON.parse(raw).object)).toBe(true)
    expect(await inSql([filter, filter], [raw, JSON.stringify(JSON.parse(raw))])).toEqual([true, true])
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'x'],
    ['a list', []],
    ['an empty object', {}],
    ['no match', { conditions: [{ path: 'a', operator: 'equals', value: 1 }] }],
    ['another match', { match: 'none', conditions: [{ path: 'a', operator: 'equals', value: 1 }] }],
    ['no conditions', { match: 'all', conditions: [] }],
    ['conditions that are no list', { match: 'all', conditions: {} }],
    ['a condition that is none', { match: 'all', conditions: [1] }],
    ['a bad one after one that fails', conditions({ path: 'a', operator: 'exists', value: true }, {})],
    ['a bad one before', conditions([], { path: 'a', operator: 'exists', value: true })],
    ['another operator', conditions({ path: 'a', operator: 'like', value: 1 })],
    ['no operator', conditions({ path: 'a', value: 1 })],
    ['no path', conditions({ operator: 'equals', value: 1 })],
    ['a path that is no text', conditions({ path: 1, operator: 'equals', value: 1 })],
    ['an empty path', conditions({ path: '', operator: 'equals', value: 1 })],
    ['an empty name', conditions({ path: 'a..b', operator: 'equals', value: 1 })],
    ['no value', conditions({ path: 'a', operator: 'equals' })],
    ['an object for a value', conditions({ path: 'a', operator: 'equals', value: {} })],
    ['a value for a list', conditions({ path: 'a', operator: 'in', value: 1 })],
    ['a text for a number', conditions({ path: 'a', operator: 'greater_than', value: '1' })],
    ['a number for a text', conditions({ path: 'a', operator: 'starts_with', value: 1 })],
    ['a number for a boolean', conditions({ path: 'a', operator: 'exists', value: 1 })],
    ['another field', conditions({ path: 'a', operator: 'equals', value: 1, case: 'any' })],
    ['another field outside', { ...conditions({ path: 'a', operator: 'exists', value: true }), limit: 1 }],
  ])('that is %s lets everything pass', async (_, filter) => {
    expect(readFilter(filter)).toBeNull()
    expect(await inSql([filter], ['{"object":{}}'])).toEqual([true])
  })

  it('reads any data that can be stored', async () => {
    const data = [
      'null',
      '{}',
      '{"object":null}',
      '{"object":[]}',
      '{"object":{"a":"\\ud800"}}',
      '{"object":{"a":"\\udfff\\ud800\\ud800\\udfff"}}',
      '{"object":{"a":"\\\\ud83d\\ude00"}}',
      '{"object":{"a":"\\\\\\u0000\\\\u0000\\u0000\\u0000"}}',
      '{"object":{"\\u0000":{"\\udfff":"\\u0000"}}}',
      `{"object":{"a":${'['.repeat(62)}${']'.repeat(62)}}}`,
    ].map((text) => JSON.stringify(JSON.parse(text)))
    const filter = eventFilterSchema.parse(conditions({ path: 'b', operator: 'exists', value: true }))
    const answers = await inSql(
      data.map(() => filter),
      data,
    )
    expect(answers).toEqual(data.map(() => false))
  })
})

function conditions(...of: unknown[]) {
  return { match: 'all', conditions: of }
}

describe('an endpoint', () => {
  it('keeps its filter until it is changed or taken away', async () => {
    const store = await makeStore()
    const filter = eventFilterSchema.parse(
      conditions({ path: 'total', operator: 'in', value: [1, 'a', null] }),
    )
    const fields = {
      storeId: store.id,
      name: 'E',
      apiVersion: '2025-09',
      eventTypes: [],
      metadata: {},
      creator: 'test',
    }
    const also = async () => {}
    const made = await createEndpoint({ ...fields, filter }, 'secret', 20, also)
    expect(made.filter).toEqual(filter)
    const update = (changes: EndpointChanges) => updateEndpoint(store.id, made.id, () => changes)
    expect((await update({ name: 'F' }))?.filter).toEqual(filter)
    const other = eventFilterSchema.parse({ ...filter, match: 'any' })
    expect((await update({ filter: other }))?.filter).toEqual(other)
    expect((await update({ filter: null }))?.filter).toBeNull()
    await createEndpoint({ ...fields, filter: null }, 'secret', 20, also)
    const { rows } = await hotPool().query(
      'SELECT filter IS NULL AS is_free FROM endpoint WHERE store_id = $1',
      [store.id],
    )
    expect(rows).toEqual([{ is_free: true }, { is_free: true }])
  })
})

describe('the fan-out', () => {
  let store: Awaited<ReturnType<typeof makeStore>>
  beforeEach(async () => {
    store = await makeStore()
  })

  const setFilter = (endpointId: string, filter: unknown) =>
    hotPool().query('UPDATE endpoint SET filter = $2 WHERE id = $1', [endpointId, JSON.stringify(filter)])

  it('asks each endpoint’s filter of each event, and none of a test event', async () => {
    const [large, broken, all] = await Promise.all([1, 2, 3].map(() => makeEndpoint(store.id)))
    if (!large || !broken || !all) throw new Error('no endpoint')
    await setFilter(large, conditions({ path: 'total', operator: 'greater_than', value: 100 }))
    await setFilter(broken, { match: 'sometimes' })
    const [cheap, dear] = [99, 101].map((total) =>
      testEvent(store.id, { data: `{"object":{"total":${total},"note":"\\u0000"}}` }),
    )
    if (!cheap || !dear) throw new Error('no event')
    const { deliveries } = await ingestEvents(hotPool(), store.shard, [cheap, dear])
    const receivers = (id: string) =>
      new Set(deliveries.filter(({ eventId }) => eventId === id).map(({ endpointId }) => endpointId))
    expect(receivers(cheap.id)).toEqual(new Set([broken, all]))
    expect(receivers(dear.id)).toEqual(new Set([large, broken, all]))

    const options = { testEndpointId: large }
    const test = await ingestEvents(hotPool(), store.shard, [testEvent(store.id)], undefined, options)
    expect(test.deliveries).toMatchObject([{ endpointId: large }])
  })

  it.each([
    // concurrency, rate, senders, of which all ranks together
    [8, null, 1],
    [8, null, 3],
    [1, null, 3],
    [8, 5, 1],
    [8, 5, 2],
    [8, 2, 3],
    [2, 100, 2],
  ])(
    'leases to senders their shares of a cap of %s and a rate of %s: %s senders',
    async (cap, rate, senders) => {
      const endpointId = await makeEndpoint(store.id, { concurrency: cap })
      await hotPool().query('UPDATE endpoint SET rate_limit = $2 WHERE id = $1', [endpointId, rate])
      const depth = 2
      const byte = Number.parseInt(endpointId.slice(-2), 16)
      const share = (total: number, rank: number) =>
        Math.floor(total / senders) + ((rank + byte) % senders < total % senders ? 1 : 0)
      let leasedByAll = 0
      for (let rank = 0; rank < senders; rank++) {
        const events = Array.from({ length: 40 }, () => testEvent(store.id))
        const offer = { slackMs: 60_000, limit: 100, depth, saturated: [], senders, rank }
        const { deliveries } = await ingestEvents(hotPool(), store.shard, events, offer)
        const leased = deliveries.filter((delivery) => delivery.leased).length
        expect(leased).toBe(Math.min(depth * share(cap, rank), rate === null ? 1_000 : share(rate, rank)))
        expect(deliveries[0]).toMatchObject({ rateLimit: rate, concurrency: cap })
        leasedByAll += leased
      }
      expect(leasedByAll).toBeLessThanOrEqual(Math.min(depth * cap, rate ?? 1_000))
      expect(leasedByAll).toBeGreaterThan(0)
    },
  )
})
