import { describe, expect, it } from 'vitest'
import { MemberViews } from './member-views'

const endpointId = '01a1ff84-1d90-77f5-a63e-987cfdd63000'

/** A table of senders with a clock of its own, as the database has it. */
class Table {
  nowMs = 1_000
  readonly #seenAtMs = new Map<string, number>()

  /** A sender shows itself, and reads what was there before. */
  beat(id: string): { nowMs: number; others: { id: string; seenAtMs: number }[] } {
    this.nowMs += 10
    const others = [...this.#seenAtMs].filter(([other]) => other !== id)
    this.#seenAtMs.set(id, this.nowMs)
    return { nowMs: this.nowMs, others: others.map(([other, seenAtMs]) => ({ id: other, seenAtMs })) }
  }

  leave(id: string): void {
    this.#seenAtMs.delete(id)
  }
}

function note(views: MemberViews, { nowMs, others }: ReturnType<Table['beat']>): boolean {
  return views.note(nowMs, others)
}

describe('MemberViews', () => {
  it('has nothing before it looked, and all of it alone', () => {
    const table = new Table()
    const views = new MemberViews('a')
    table.beat('a')
    expect([views.share(8, endpointId), views.settled]).toEqual([0, undefined])
    expect(note(views, table.beat('a'))).toBe(true)
    expect(views.share(8, endpointId)).toBe(8)
    expect(views.settled).toMatchObject({ senders: 1, rank: 0 })
    expect(note(views, table.beat('a'))).toBe(false)
  })

  it('lets a new one in once each other one has seen it', () => {
    const table = new Table()
    const [a, b] = [new MemberViews('a'), new MemberViews('b')]
    table.beat('a')
    note(a, table.beat('a'))
    table.beat('b')
    note(b, table.beat('b'))
    note(b, table.beat('b'))
    expect([a.share(8, endpointId), b.share(8, endpointId)]).toEqual([8, 0])
    note(a, table.beat('a'))
    expect([a.share(8, endpointId), b.share(8, endpointId)]).toEqual([4, 0])
    note(b, table.beat('b'))
    expect([a.share(8, endpointId), b.share(8, endpointId)]).toEqual([4, 4])
    expect([a.settled, b.settled]).toMatchObject([undefined, { senders: 2, rank: 1 }])
    note(a, table.beat('a'))
    expect(a.settled).toMatchObject({ senders: 2, rank: 0 })
    table.leave('b')
    note(a, table.beat('a'))
    expect(a.share(8, endpointId)).toBe(8)
  })

  it('never shares out more than the whole while senders come and go, and all of it at rest', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const table = new Table()
    const names = ['a', 'b', 'c', 'd', 'e']
    const members = new Map<string, MemberViews>()
    const sumOf = (total: number) =>
      [...members.values()].reduce((sum, views) => sum + views.share(total, endpointId), 0)
    for (let step = 0; step < 5_000; step++) {
      const name = names[random(names.length)] ?? ''
      const views = members.get(name)
      if (views && random(8) > 0) note(views, table.beat(name))
      else if (views) {
        members.delete(name)
        table.leave(name)
      } else {
        table.beat(name)
        members.set(name, new MemberViews(name))
      }
      for (const total of [1, 2, 3, 7, 64]) expect(sumOf(total)).toBeLessThanOrEqual(total)
    }
    for (let round = 0; round < 3; round++) {
      for (const [name, views] of members) note(views, table.beat(name))
    }
    expect(members.size).toBeGreaterThan(0)
    for (const total of [1, 2, 3, 7, 64]) expect(sumOf(total)).toBe(total)
  })
})
