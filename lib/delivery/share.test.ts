import { describe, expect, it } from 'vitest'
import { newId } from '@/lib/ids'
import { share } from './share'

const endpointId = (lastByte: string) => `01a1ff84-1d90-77f5-a63e-987cfdd630${lastByte}`

describe('share', () => {
  it.each([
    [8, 1, '00', [8]],
    [8, 2, '00', [4, 4]],
    [8, 3, '00', [3, 3, 2]],
    [8, 3, '01', [3, 2, 3]],
    [8, 3, 'ff', [3, 3, 2]],
    [1, 4, '00', [1, 0, 0, 0]],
    [1, 4, '03', [0, 1, 0, 0]],
    [2, 4, '02', [0, 0, 1, 1]],
  ])('%i among %i, endpoint …%s: %j', (total, count, lastByte, expected) => {
    const shares = expected.map((_, rank) => share(total, count, rank, endpointId(lastByte)))
    expect(shares).toEqual(expected)
  })

  it('adds up to the whole, whatever the endpoint', () => {
    for (let count = 1; count <= 9; count++) {
      for (let total = 1; total <= 64; total++) {
        const id = newId()
        const shares = Array.from({ length: count }, (_, rank) => share(total, count, rank, id))
        expect(shares.reduce((sum, part) => sum + part, 0)).toBe(total)
      }
    }
  })
})
