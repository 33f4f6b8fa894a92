import { describe, expect, expectTypeOf, it } from 'vitest'
import { type JsonView, jsonView } from './json-view'

type Row = {
  id: string
  at: Date
  endedAt: Date | null
  note?: string
  steps: readonly { at: Date; label: 'a' | 'b' }[]
  outcome: { ok: true } | { ok: false; since: Date }
}

const at = new Date('2026-11-21T13:03:22.123Z')
const row: Row = {
  id: 'dlv_1',
  at,
  endedAt: null,
  steps: [{ at, label: 'a' }],
  outcome: { ok: false, since: at },
}

describe('jsonView', () => {
  it('gives what JSON gives', () => {
    expect(jsonView(row)).toEqual({
      id: 'dlv_1',
      at: '2026-11-21T13:03:22.123Z',
      endedAt: null,
      steps: [{ at: '2026-11-21T13:03:22.123Z', label: 'a' }],
      outcome: { ok: false, since: '2026-11-21T13:03:22.123Z' },
    })
    expect(jsonView({ kept: 1, dropped: undefined })).toStrictEqual({ kept: 1 })
    expect(jsonView(at)).toBe('2026-11-21T13:03:22.123Z')
    expect(jsonView([at, null])).toEqual(['2026-11-21T13:03:22.123Z', null])
    expect(jsonView(null)).toBeNull()
  })

  it('is typed as that', () => {
    expectTypeOf<JsonView<Row>>().toEqualTypeOf<{
      id: string
      at: string
      endedAt: string | null
      note?: string
      steps: readonly { at: string; label: 'a' | 'b' }[]
      outcome: { ok: true } | { ok: false; since: string }
    }>()
    expectTypeOf<JsonView<[Date, number]>>().toEqualTypeOf<[string, number]>()
    expectTypeOf<JsonView<Record<string, Date>>>().toEqualTypeOf<Record<string, string>>()
    expectTypeOf<JsonView<{ data: unknown }>>().toEqualTypeOf<{ data: unknown }>()
    expectTypeOf<JsonView<Map<string, Date>>>().toBeNever()
    expectTypeOf<JsonView<bigint>>().toBeNever()
  })
})
