import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import type { Answer } from './answer'
import { entityTag, revisionCheckOf, unlessKnown } from './entity-tag'
import type { ApiRequest } from './route'

const id = '01a2006a-97f8-7b1d-8215-1f3c79c13a10'
const current = { id, revision: 3 }
const tag = entityTag(current, { name: 'a' })
const stale = entityTag({ id, revision: 2 }, { name: 'a' })

function requestWith(headers: Record<string, string>): ApiRequest {
  return { method: 'GET', url: 'http://x/', headers: new Headers(headers), body: null }
}

describe('entityTag', () => {
  it('is a strong tag of its own for each resource, version and view', () => {
    const tags = [
      tag,
      stale,
      entityTag(current, { name: 'b' }),
      entityTag({ id: id.replace('c13a10', 'c13a11'), revision: 3 }, { name: 'a' }),
    ]
    for (const each of tags) expect(each).toMatch(/^"[\w-]+"$/)
    expect(new Set(tags).size).toBe(tags.length)
    expect(entityTag({ ...current }, { name: 'a' })).toBe(tag)
  })
})

describe('revisionCheckOf', () => {
  const passes = (header: string) => revisionCheckOf(requestWith({ 'if-match': header }), id)?.(3)

  it.each([
    ['the current tag', tag],
    ['one of several', `${stale}, ${tag}`],
    ['with spaces and empty members', ` , ${stale} ,\t, ${tag} `],
    ['the tag of the same version that showed other things', entityTag(current, { name: 'other' })],
  ])('passes %s', (_what, header) => expect(passes(header)).toBe(true))

  it.each([
    ['a stale tag', stale],
    ['a weak one', `W/${tag}`],
    ['another resource’s', entityTag({ id: id.replace('c13a10', 'c13a11'), revision: 3 }, {})],
    ['one of somebody else', '"x", ""'],
    ['a star in quotation marks', '"*"'],
  ])('refuses %s', (_what, header) => expect(passes(header)).toBe(false))

  it('asks nothing without the header, or by a star', () => {
    expect(revisionCheckOf(requestWith({}), id)).toBeNull()
    expect(passes('*')).toBeUndefined()
    expect(passes(' * ')).toBeUndefined()
  })

  it.each(['abc', tag.slice(1), tag.slice(0, -1), `${tag} ${tag}`, `w/${tag}`, `*, ${tag}`, '', ','])(
    'says what is wrong with %j',
    (header) => {
      const refused = () => revisionCheckOf(requestWith({ 'if-match': header }), id)
      expect(refused).toThrow(AppError)
      expect(refused).toThrow(expect.objectContaining({ code: 'validation_failed' }))
    },
  )

  it('takes no longer for what is long', () => {
    const long = `${'"a",'.repeat(4_000)}x`
    expect(() => revisionCheckOf(requestWith({ 'if-match': long }), id)).toThrow(AppError)
  })
})

describe('unlessKnown', () => {
  const answer: Answer = {
    status: 200,
    headers: { etag: tag, 'content-type': 'application/json', 'x-request-id': '1' },
    body: '{}',
  }

  it.each([tag, `W/${tag}`, `${stale}, ${tag}`, '*'])('answers 304 without a body to %s', (known) => {
    expect(unlessKnown(requestWith({ 'if-none-match': known }), answer)).toEqual({
      status: 304,
      headers: { etag: tag, 'x-request-id': '1' },
      body: null,
    })
  })

  it.each([stale, 'nonsense', ''])('answers whole to %j', (known) => {
    expect(unlessKnown(requestWith({ 'if-none-match': known }), answer)).toBe(answer)
  })

  it('answers whole without the header, and what has no tag', () => {
    expect(unlessKnown(requestWith({}), answer)).toBe(answer)
    const untagged = { ...answer, headers: {} }
    expect(unlessKnown(requestWith({ 'if-none-match': '*' }), untagged)).toBe(untagged)
  })
})
