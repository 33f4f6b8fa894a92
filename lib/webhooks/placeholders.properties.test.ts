import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '@/lib/testing/any-text'
import { createAddressPolicy } from './blocked-address'
import { checkEndpointUrl } from './endpoint-url'
import { checkPlaceholders, fillPlaceholders, listPlaceholders, replacePlaceholders } from './placeholders'

const policy = createAddressPolicy({ allowedCidrs: [], blockedCidrs: [] })

const names = fc.constantFrom(
  'id',
  'order_id',
  'order.total',
  'customer.email',
  'items.0.sku',
  '__proto__',
  'toString',
)
const pieces = fc.oneof(
  names.map((name) => `{{${name}}}`),
  fc.constantFrom(
    '{',
    '}',
    '{{',
    '}}',
    '/',
    '?',
    '#',
    '&',
    '=',
    ':',
    '@',
    '.',
    '%2e',
    'a',
    'x=',
    '//',
    '[',
    ']',
    '\\',
  ),
  anyText(3),
)
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
const urls = texts.map((text) => `https://example.com/${text}`)
const keys = fc.constantFrom(
  'id',
  'order_id',
  'order',
  'total',
  'customer',
  'email',
  'items',
  '0',
  '__proto__',
)
const values = fc.oneof(
  anyText(),
  fc.constantFrom('.', '..', '%2e', '%252E.', '/', '../..', '', null, true, 0, -0, 1e21),
  fc.jsonValue({ maxDepth: 3 }),
)
const objects = fc.oneof(fc.dictionary(keys, fc.oneof(values, fc.dictionary(keys, values))), values)

describe('placeholders, of whatever form', () => {
  it('are accepted, or refused with a code and a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(texts, urls), (url) => {
        const checked = checkPlaceholders(url)
        if (checked.ok) return
        expect(checked.code).toMatch(/^url_placeholder_/)
        expect(checked.message).toMatch(/\.$/)
      }),
      { numRuns: 500 },
    )
  })

  it('lead, once filled, to the host, the segments and the parameters that were saved, or nowhere', () => {
    fc.assert(
      fc.property(
        urls,
        fc.constantFrom('order.paid', 'session.created', ''),
        objects,
        (url, type, object) => {
          fc.pre(checkEndpointUrl(url, { policy }).ok)
          const filled = fillPlaceholders(url, type, object)
          if (!filled.ok) {
            expect(filled.detail).toMatch(/\.$/)
            return
          }
          const saved = new URL(replacePlaceholders(url, 'x'))
          const sent = new URL(filled.url)
          expect(sent.origin).toBe(saved.origin)
          expect(sent.username + sent.password).toBe('')
          expect(sent.pathname.split('/')).toHaveLength(saved.pathname.split('/').length)
          expect([...sent.searchParams.keys()]).toEqual([...saved.searchParams.keys()])
          expect(filled.url.length).toBeLessThanOrEqual(Math.max(8_192, url.length))
          expect(listPlaceholders(filled.url)).toEqual([])
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('give back the text that they were filled with', () => {
    fc.assert(
      fc.property(anyText(200), (any) => {
        const text = any.toWellFormed()
        const filled = fillPlaceholders('https://example.com/a/{{v}}/b?q={{v}}', 'order.paid', { v: text })
        if (!filled.ok) {
          expect(text.replaceAll(/%(25)*2e/gi, '.')).toMatch(/^\.\.?$/)
          return
        }
        const { pathname, searchParams } = new URL(filled.url)
        expect(decodeURIComponent(pathname.split('/')[2] ?? '')).toBe(text)
        expect(searchParams.get('q')).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })
})
