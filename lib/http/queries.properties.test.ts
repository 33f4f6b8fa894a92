import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, type AppErrorCode } from '@/lib/errors'
import { toPublicId } from '@/lib/ids'
import { pageQuery } from '@/lib/schemas/page'
import { webhookListQuery } from '@/lib/schemas/webhook'
import { anyText } from '@/lib/testing/any-text'
import { idempotencyKeyOf } from './idempotency-key'
import { pathId, queryId } from './public-id'
import { parseQuery } from './read-body'
import { queriedNumber } from './v1/queried-number'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const names = fc.constantFrom('limit', 'page', 'sort_field', 'sort_order', 'id', 'after', '__proto__', '')
const texts = fc.oneof(
  fc.nat().map(String),
  fc.constantFrom(
    '0',
    '51',
    '1e3',
    '-1',
    '1.0',
    'ASC',
    'updated_at',
    'DESC',
    '9007199254740992',
    '%00',
    '%',
    '１',
  ),
  fc.bigInt({ min: 0n, max: 10n ** 25n }).map(String),
  anyText(),
)
const parameters = fc.tuple(names, fc.constantFrom('=', '=', ''), texts).map((parts) => parts.join(''))
const requests = fc
  .oneof(
    fc.array(parameters, { maxLength: 4 }).map((list) => list.join('&')),
    anyText(),
  )
  .map((query) => ({ url: `http://localhost/api/v1/webhooks?${query}` }))

/** What `work` returns, or the code of its refusal, which must be one of these. */
function answerOf<Value>(work: () => Value, codes: AppErrorCode[]): Value | null {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(codes).toContain(error.code)
    if (error.code === 'validation_failed') expect(error.fields.length).toBeGreaterThan(0)
    return null
  }
}

describe('whatever a client sends is understood, or refused with a code', () => {
  it('as the query of a list', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const query = answerOf(() => parseQuery(webhookListQuery, request), ['validation_failed'])
        if (query) {
          expect(Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= 50).toBe(true)
          expect(Number.isSafeInteger(query.page) && query.page >= 1).toBe(true)
        }
        const page = answerOf(() => parseQuery(pageQuery, request), ['validation_failed'])
        if (page) expect(Number.isInteger(page.limit) && page.limit >= 1 && page.limit <= 100).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('as the number of a webhook, which has one spelling', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          requests,
          texts.map((id) => ({ url: `http://localhost/?id=${id}` })),
        ),
        (request) => {
          const number = answerOf(() => queriedNumber(request), ['validation_failed', 'not_found'])
          if (number === null) return
          expect(Number.isSafeInteger(number) && number > 0).toBe(true)
          expect(new URL(request.url).searchParams.get('id')).toBe(String(number))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('as an id in a path, or a cursor', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          texts,
          fc.uuid().map((uuid) => toPublicId('we', uuid)),
        ),
        (text) => {
          const id = answerOf(() => pathId('we', text), ['not_found'])
          const cursor = answerOf(() => queryId('we', 'after', text), ['validation_failed'])
          expect(cursor).toBe(id)
          if (id !== null) expect(id).toMatch(UUID)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('as an Idempotency-Key, which is kept as it is', () => {
    const keys = fc.oneof(anyText(250), fc.uuid())
    fc.assert(
      fc.property(keys, (sent) => {
        const headers = { get: () => sent }
        const key = answerOf(() => idempotencyKeyOf({ headers }), ['validation_failed'])
        if (key === null) return
        expect(key).toBe(sent)
        expect(sent.length >= 1 && sent.length <= 200 && sent.isWellFormed() && !sent.includes('\0')).toBe(
          true,
        )
      }),
      { numRuns: 500 },
    )
  })
})
