import { describe, expect, it } from 'vitest'
import { insertPlaceholder, previewUrl } from './preview-placeholders'

const type = { name: 'order.paid', sample: { id: 10482, customer: { email: 'a@b.example' }, line_items: [] } }
const base = 'https://erp.example.com'

describe('previewUrl', () => {
  it('names what each placeholder finds, or that it finds nothing', () => {
    expect(previewUrl(`${base}/{{order_id}}?mail={{customer.email}}&c={{colour}}`, type)).toEqual({
      filled: `${base}/10482?mail=a%40b.example&c=`,
      problem: null,
      values: [
        { name: 'order_id', found: '10482' },
        { name: 'customer.email', found: 'a@b.example' },
        { name: 'colour', found: '' },
      ],
    })
  })

  it('says why nothing could be sent', () => {
    expect(previewUrl(`${base}/{{line_items}}`, type)).toMatchObject({
      filled: null,
      problem: expect.stringContaining('is a list'),
    })
    expect(previewUrl(`${base}/{{id`, type)).toMatchObject({
      filled: null,
      problem: expect.stringContaining('two braces'),
      values: [],
    })
  })
})

it.each([
  [base, null, `${base}/{{id}}`],
  [`${base}/`, null, `${base}/{{id}}`],
  [`${base}/a/b`, base.length + 3, `${base}/a/{{id}}b`],
  [`${base}/a`, 3, `${base}/a{{id}}`],
  ['', 0, '{{id}}'],
])('a placeholder goes into %j at %s', (url, at, expected) => {
  const inserted = insertPlaceholder(url, at, 'id')
  expect(inserted.url).toBe(expected)
  expect(inserted.url.slice(0, inserted.caret)).toMatch(/\{\{id\}\}$/)
})
