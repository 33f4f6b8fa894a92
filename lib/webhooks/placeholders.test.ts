import { describe, expect, it } from 'vitest'
import {
  checkPlaceholders,
  fillPlaceholders,
  listPlaceholders,
  type PlaceholderProblem,
} from './placeholders'

const base = 'https://example.com'

describe('checkPlaceholders', () => {
  it.each([
    base,
    `${base}/{single}`,
    `${base}/%7B%7Bid%7D%7D`,
    `${base}/{{id}}`,
    `${base}/orders/{{order_total}}/x`,
    `${base}/a-{{id}}.json`,
    `${base}/{{a}}{{b}}`,
    `${base}/{{customer.email}}`,
    `${base}/{{line_items.0.sku}}`,
    `${base}/{{größe-2}}`,
    `${base}?total={{order_total}}`,
    `${base}/?a=1&b={{x}}&c=={{y}}`,
    `${base}:8443/{{id}}?x={{y}}#part`,
    `https://[2606:4700:4700::1111]:8443/{{id}}`,
    `${base}/{{${'n'.repeat(100)}}}`,
  ])('takes %s', (url) => {
    expect(checkPlaceholders(url)).toEqual({ ok: true })
  })

  it.each<[string, PlaceholderProblem]>([
    [`${base}/{{`, 'url_placeholder_braces'],
    [`${base}/}}`, 'url_placeholder_braces'],
    [`${base}/{{id`, 'url_placeholder_braces'],
    [`${base}/{{id}`, 'url_placeholder_braces'],
    [`${base}/id}}`, 'url_placeholder_braces'],
    [`${base}/{{{id}}}`, 'url_placeholder_braces'],
    [`${base}/{{{{id}}}}`, 'url_placeholder_braces'],
    [`${base}/{{a{{b}}}}`, 'url_placeholder_braces'],
    [`${base}/{{a}}/{b}`, 'url_placeholder_braces'],
    [`${base}/{{a}}/}`, 'url_placeholder_braces'],
    [`${base}/{{}}`, 'url_placeholder_name'],
    [`${base}/{{ id }}`, 'url_placeholder_name'],
    [`${base}/{{a/b}}`, 'url_placeholder_name'],
    [`${base}/{{a?b}}`, 'url_placeholder_name'],
    [`${base}/{{a..b}}`, 'url_placeholder_name'],
    [`${base}/{{.a}}`, 'url_placeholder_name'],
    [`${base}/{{a\n}}`, 'url_placeholder_name'],
    [`${base}/{{\ud800}}`, 'url_placeholder_name'],
    [`${base}/{{${'n'.repeat(101)}}}`, 'url_placeholder_name'],
    ['{{scheme}}://example.com/', 'url_placeholder_scheme'],
    ['http{{s}}://example.com/', 'url_placeholder_scheme'],
    ['{{url}}', 'url_placeholder_scheme'],
    ['{{host}}/path', 'url_placeholder_scheme'],
    ['https://{{user}}@example.com/', 'url_placeholder_userinfo'],
    ['https://user:{{password}}@example.com/', 'url_placeholder_userinfo'],
    ['https://{{a}}@{{b}}@example.com/', 'url_placeholder_userinfo'],
    ['https://{{host}}/', 'url_placeholder_host'],
    ['https://{{shop}}.example.com/', 'url_placeholder_host'],
    [`${base}{{path}}`, 'url_placeholder_host'],
    ['https://user@{{host}}/', 'url_placeholder_host'],
    ['https://[{{address}}]/', 'url_placeholder_host'],
    ['https://example.com\\{{id}}', 'url_placeholder_host'],
    ['https://example.com:{{port}}/', 'url_placeholder_port'],
    ['https://[::1]:{{port}}/', 'url_placeholder_port'],
    [`${base}:44{{port}}`, 'url_placeholder_port'],
    [`${base}/?{{name}}=1`, 'url_placeholder_parameter_name'],
    [`${base}/?{{name}}`, 'url_placeholder_parameter_name'],
    [`${base}?a=1&x{{name}}=2`, 'url_placeholder_parameter_name'],
    [`${base}/#{{part}}`, 'url_placeholder_fragment'],
    [`${base}/?a={{b}}#x{{part}}`, 'url_placeholder_fragment'],
  ])('refuses %j with %s', (url, code) => {
    expect(checkPlaceholders(url)).toMatchObject({
      ok: false,
      code,
      message: expect.stringMatching(/^[A-Z].*\.$/),
    })
  })
})

it('lists the names of placeholders once each', () => {
  expect(listPlaceholders(`${base}/{{b}}/{{a}}?x={{b}}&y={{ no }}`)).toEqual(['b', 'a'])
  expect(listPlaceholders(base)).toEqual([])
})

const order = {
  id: 7,
  total: '12.50',
  is_paid: true,
  note: null,
  empty: '',
  huge: 1e21,
  'dotted.key': 'by key',
  customer_email: 'by key too',
  customer: { email: 'a@b.example', address: { city: 'Köln' } },
  line_items: [{ sku: 'A-1' }, { sku: 'B 2' }],
  order: { nested: 'inner' },
}

function fill(template: string, object: unknown = order, type = 'order.created') {
  return fillPlaceholders(`${base}/${template}`, type, object)
}

describe('fillPlaceholders', () => {
  it.each([
    ['a key', '{{id}}', '7'],
    ['a text', '{{total}}', '12.50'],
    ['true or false', '{{is_paid}}', 'true'],
    ['a large number', '{{huge}}', '1e%2B21'],
    ['a key with a dot before a path', '{{dotted.key}}', 'by%20key'],
    ['a key with an underscore before a path', '{{customer_email}}', 'by%20key%20too'],
    ['a dotted path', '{{customer.email}}', 'a%40b.example'],
    ['underscores as dots', '{{customer_address_city}}', 'K%C3%B6ln'],
    ['a place in a list', '{{line_items.1.sku}}', 'B%202'],
    ['without the object’s name', '{{order_total}}', '12.50'],
    ['without the object’s name, by a path', '{{order.customer.email}}', 'a%40b.example'],
    ['the object’s name as a key of its own first', '{{order_nested}}', 'inner'],
    ['what is missing', '{{fbclid}}', ''],
    ['null', '{{note}}', ''],
    ['an empty text', '{{empty}}', ''],
    ['what objects inherit', '{{constructor}}', ''],
    ['what objects inherit, by a path', '{{customer.__proto__.toString}}', ''],
    ['a length of a list', '{{line_items.length}}', ''],
    ['a length of a text', '{{total.length}}', ''],
    ['another object’s name', '{{cart_total}}', ''],
    ['two in one segment', '{{id}}-{{total}}', '7-12.50'],
    ['one in a value of a parameter', '?x={{customer.email}}&y={{id}}', '?x=a%40b.example&y=7'],
  ])('takes %s: %s', (_, template, filled) => {
    expect(fill(template)).toEqual({ ok: true, url: `${base}/${filled}` })
  })

  it.each([
    ['no object', null],
    ['a text', 'text'],
    ['a list', ['a']],
  ])('finds nothing in %s', (_, object) => {
    expect(fill('{{id}}/x', object)).toEqual({ ok: true, url: `${base}//x` })
  })

  it('takes an object’s name of two words off', () => {
    expect(fill('{{credit_note_total}}', { total: 5 }, 'credit_note.created')).toEqual({
      ok: true,
      url: `${base}/5`,
    })
  })

  it('leaves a URL without placeholders alone', () => {
    expect(fill('{single}/%7B%7Bid%7D%7D')).toEqual({ ok: true, url: `${base}/{single}/%7B%7Bid%7D%7D` })
  })

  const values = [
    ...[
      '/',
      '//evil.example',
      '\\',
      '?',
      '#',
      '&a=b',
      '=',
      ':',
      '@',
      ';',
      '%',
      '%2F',
      '%2e%2e%2f',
      '../..',
      '..;',
      '.a',
      '...',
    ],
    ...[
      '\r\nHost: evil.example',
      '\0',
      '\t',
      ' ',
      '\u2028',
      '{{id}}',
      '{{total}}',
      '}}',
      "'()*!",
      '[::1]',
      '$&',
      '$1',
    ],
    ...['ü', '注文', '🔔', '\ud800', 'a\udfffb', '\u202e', '．．', 'x'.repeat(2_000)],
  ]
  const templates = ['{{v}}', 'a/{{v}}/b', 'a/x{{v}}y', '{{v}}{{v}}/', '?a={{v}}&b=1', 'p/{{v}}?q={{v}}#f']

  it.each(values)('lets %j change nothing but its own place', (value) => {
    for (const template of templates) {
      const filled = fill(template, { v: value })
      if (!filled.ok) throw new Error(filled.detail)
      // A letter stands for what every value must be like.
      const plain = new URL(`${base}/${template.replaceAll('{{v}}', 'z')}`)
      const url = new URL(filled.url)
      expect(filled.url).toMatch(/^[!-~]*$/)
      expect([url.origin, url.username, url.hash]).toEqual([plain.origin, '', plain.hash])
      expect(url.pathname.split('/')).toHaveLength(plain.pathname.split('/').length)
      expect([...url.searchParams.keys()]).toEqual([...plain.searchParams.keys()])
      const well = value.toWellFormed()
      if (url.search !== '')
        expect(url.searchParams.getAll('a').concat(url.searchParams.getAll('q'))).toEqual([well])
      if (template === 'a/{{v}}/b') expect(decodeURIComponent(url.pathname)).toBe(`/a/${well}/b`)
    }
  })

  it.each(['.', '..', '%2e', '%2E%2e', '.%2e', '%252e%252e', '%25252e.'])(
    'fails for the value %s',
    (value) => {
      for (const template of ['{{v}}', 'a/{{v}}/b', '?a={{v}}', 'x{{v}}']) {
        expect(fill(template, { v: value })).toMatchObject({
          ok: false,
          detail: expect.stringMatching(/\.$/),
        })
      }
    },
  )

  it.each([
    ['{{a}}{{a}}/x', { a: '.' }],
    ['.{{missing}}/x', {}],
    ['{{missing}}../x', {}],
    ['a/%2e{{missing}}', {}],
    ['a/.{{v}}', { v: '%2e' }],
  ])('fails where %s becomes a step up', (template, object) => {
    expect(fill(template, object)).toMatchObject({ ok: false })
  })

  it('does not mind dots of the URL’s own', () => {
    expect(fill('a/../{{id}}')).toEqual({ ok: true, url: `${base}/a/../7` })
  })

  it.each([
    ['{{customer}}', 'an object'],
    ['{{line_items}}', 'a list'],
    ['{{order_line_items}}', 'a list'],
  ])('fails for %s, which is %s', (template, kind) => {
    expect(fill(template)).toMatchObject({ ok: false, detail: expect.stringContaining(kind) })
  })

  it('fails for what makes a URL too long', () => {
    expect(fill('{{v}}', { v: 'x'.repeat(250_000) })).toMatchObject({ ok: false })
    expect(fill('{{v}}'.repeat(400), { v: 'x'.repeat(30) })).toMatchObject({ ok: false })
    expect(fill('{{v}}', { v: 'ü'.repeat(2_000) })).toMatchObject({ ok: false })
  })

  it('never tells a value', () => {
    const filled = fill('{{v}}', { v: { secret: 'hush' } })
    expect(JSON.stringify(filled)).not.toContain('hush')
  })
})
