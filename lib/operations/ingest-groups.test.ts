import { expect, it } from 'vitest'
import type { NewEvent } from '@/lib/db/ingest-events'
import { testEvent } from '@/lib/testing/factories'
import { IngestGroups } from './ingest-groups'

/** Groups whose statements answer when they are told to, and what each of them was to store. */
function makeGroups(statementsAtOnce: number) {
  const statements: { events: NewEvent[]; answer(): void; fail(error: Error): void }[] = []
  const groups = new IngestGroups<{ conflicts: string[] }>(
    (_, events) =>
      new Promise((resolve, reject) => {
        statements.push({ events: [...events], answer: () => resolve({ conflicts: [] }), fail: reject })
      }),
    { statementsAtOnce },
  )
  return { groups, sizes: () => statements.map(({ events }) => events.length), statements }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))
const away = Object.assign(new Error('shutting down'), { code: '57P01' })

it('makes one statement of what arrives while others are under way, for each shard by itself', async () => {
  const { groups, sizes, statements } = makeGroups(2)
  const stored = Array.from({ length: 6 }, () => groups.store(1, [testEvent('store')]))
  stored.push(groups.store(2, [testEvent('store')]))
  expect(sizes()).toEqual([1, 1, 1])
  statements[0]?.answer()
  await turn()
  expect(sizes()).toEqual([1, 1, 1, 4])
  for (const { answer } of statements) answer()
  expect(await Promise.all(stored)).toHaveLength(7)
})

it('orders a group by store, so that two statements lock the same keys in one order', async () => {
  const { groups, statements } = makeGroups(1)
  const stored = ['x', 'b', 'a', 'b', 'a'].map((storeId) => groups.store(1, [testEvent(storeId)]))
  statements[0]?.answer()
  await turn()
  expect(statements[1]?.events.map(({ storeId }) => storeId)).toEqual(['a', 'a', 'b', 'b'])
  statements[1]?.answer()
  await Promise.all(stored)
})

it('takes no more than 500 events or 4 MiB at once, and a larger request alone', async () => {
  const { groups, sizes, statements } = makeGroups(1)
  const large = testEvent('store', { data: 'x'.repeat(3 * 1024 * 1024) })
  const requests = [1, 300, 200, 1, 501].map((count) =>
    Array.from({ length: count }, () => testEvent('store')),
  )
  const stored = [...requests, [large], [large]].map((events) => groups.store(1, events))
  for (let answered = 0; answered < 6; answered++) {
    statements[answered]?.answer()
    await turn()
  }
  expect(sizes()).toEqual([1, 500, 1, 501, 1, 1])
  expect(await Promise.all(stored)).toHaveLength(7)
})

it('where the database is away, refuses the group and tries none of it again', async () => {
  const { groups, sizes, statements } = makeGroups(1)
  const stored = Array.from({ length: 4 }, () => groups.store(1, [testEvent('store')]))
  const settled = Promise.allSettled(stored)
  statements[0]?.answer()
  await turn()
  statements[1]?.fail(away)
  expect((await settled).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
  ])
  expect(sizes()).toEqual([1, 3])
})
