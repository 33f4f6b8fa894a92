import { describe, expect, it } from 'vitest'
import { newId } from '@/lib/ids'
import { firstIdAt, type IdRange, idRange, isWithin, lastIdAt, millisecondOf } from './id-range'

const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const at = new Date('2025-02-22T14:41:00.123Z')
const AT = '01952e1a-c0db'
const BEFORE_AT = '01952e1a-c0da'
const older = `${BEFORE_AT}-7000-8000-000000000000`
const newer = '01960000-0000-7000-8000-000000000000'

describe('the ids of an instant', () => {
  it.each<[string, string, string]>([
    ['the first', firstIdAt(at.getTime()), `${AT}-0000-0000-000000000000`],
    ['the last', lastIdAt(at.getTime()), `${AT}-ffff-ffff-ffffffffffff`],
    ['the first before 1970', firstIdAt(-5), FIRST],
    ['the last before 1970', lastIdAt(-1), FIRST],
    ['the last of all time', lastIdAt(Number.MAX_SAFE_INTEGER), LAST],
  ])('%s', (_name, id, expected) => {
    expect(id).toBe(expected)
  })

  it('enclose what is made then', () => {
    const id = newId(at.getTime())
    const { first, last } = millisecondOf(id)
    expect([first < id, id < last]).toEqual([true, true])
    expect([first, last]).toEqual([firstIdAt(at.getTime()), lastIdAt(at.getTime())])
  })
})

describe('a range of ids', () => {
  it.each<[string, Parameters<typeof idRange>, IdRange]>([
    ['everything', [{}, {}], { direction: 'older', from: LAST, to: FIRST }],
    ['since', [{ since: at }, {}], { direction: 'older', from: LAST, to: firstIdAt(at.getTime()) }],
    [
      'until',
      [{ until: at }, {}],
      { direction: 'older', from: `${BEFORE_AT}-ffff-ffff-ffffffffffff`, to: FIRST },
    ],
    ['after', [{}, { after: newer }], { direction: 'older', from: newer, to: FIRST }],
    [
      'after a cursor in the range',
      [{ until: at }, { after: older }],
      { direction: 'older', from: older, to: FIRST },
    ],
    [
      'after a cursor above the range',
      [{ until: at }, { after: newer }],
      { direction: 'older', from: `${BEFORE_AT}-ffff-ffff-ffffffffffff`, to: FIRST },
    ],
    ['before', [{ since: at }, { before: newer }], { direction: 'newer', from: newer, to: LAST }],
    [
      'before a cursor below the range',
      [{ since: at }, { before: older }],
      { direction: 'newer', from: firstIdAt(at.getTime()), to: LAST },
    ],
    [
      'after wins over before',
      [{}, { after: newer, before: older }],
      { direction: 'older', from: newer, to: FIRST },
    ],
  ])('%s', (_name, [filter, page], expected) => {
    expect(idRange(filter, page)).toEqual(expected)
  })

  it.each<[IdRange['direction'], string, string | null, boolean]>([
    ['older', older, newer, false],
    ['older', newer, newer, true],
    ['older', newer, older, true],
    ['newer', older, newer, true],
    ['newer', newer, older, false],
    ['newer', older, null, true],
  ])('%s: %s with a search that reached %s', (direction, id, reached, expected) => {
    expect(isWithin(direction, id, reached)).toBe(expected)
  })
})
