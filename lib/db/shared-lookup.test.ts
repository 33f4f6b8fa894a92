import { expect, it } from 'vitest'
import { SharedLookup } from './shared-lookup'

/** A table that can change, and what was asked of it; each answer is that of the moment it was asked for. */
function makeTable(rows: Record<string, string>) {
  const asked: string[][] = []
  const lookup = new SharedLookup<string>(async (keys) => {
    asked.push(keys)
    if (keys.includes('broken')) throw new Error('broken')
    const found = new Map(keys.flatMap((key) => (rows[key] === undefined ? [] : [[key, rows[key]]])))
    await new Promise((resolve) => setImmediate(resolve))
    return found
  })
  return { rows, asked, lookup }
}

it('asks once for what many ask for at once', async () => {
  const { asked, lookup } = makeTable({ a: '1', b: '2' })
  const answers = await Promise.all(['a', 'b', 'a', 'c'].map((key) => lookup.get(key)))
  expect(answers).toEqual(['1', '2', '1', null])
  expect(asked).toEqual([['a', 'b', 'c']])
})

it('never answers with what was found before it was asked', async () => {
  const { rows, asked, lookup } = makeTable({ a: 'old' })
  const first = lookup.get('a')
  await new Promise((resolve) => setImmediate(resolve))
  rows.a = 'new'
  const second = lookup.get('a')
  expect(await Promise.all([first, second])).toEqual(['old', 'new'])
  expect(asked).toEqual([['a'], ['a']])
})

it('fails for those who asked, and goes on', async () => {
  const { lookup } = makeTable({ a: '1' })
  const failed = await Promise.allSettled([lookup.get('a'), lookup.get('broken')])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await lookup.get('a')).toBe('1')
})
