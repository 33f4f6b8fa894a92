import { describe, expect, it } from 'vitest'
import { apiRoutes } from '@/lib/http/api-routes'
import { openApiDocument } from './document'
import { referenceGroups, referenceOperation } from './reference'

const document = openApiDocument(apiRoutes, 'https://shop.example.com')
const ids = referenceGroups(document).flatMap(({ entries }) => entries.map(({ id }) => id))

describe('referenceOperation', () => {
  it.each(ids)('%s has what a page shows', (id) => {
    const found = referenceOperation(document, id)
    expect(found?.answers.length).toBeGreaterThan(0)
    expect(found?.serverUrl).toBe('https://shop.example.com')
    for (const { fields, headers } of [...(found?.answers ?? []), ...(found?.problems ?? [])]) {
      for (const { type } of fields) expect(type).not.toBe('')
      for (const { description } of headers) expect(description).not.toBe('')
    }
  })

  it('follows references, and has a field of several forms once', () => {
    const paths = referenceOperation(document, 'createWebhookEndpoint')?.body?.fields.map(({ path }) => path)
    expect(paths).toContain('filter.conditions[].operator')
    expect(new Set(paths).size).toBe(paths?.length)
  })

  it('requires of a body of two forms what both require', () => {
    const fields = referenceOperation(document, 'reportEvents')?.body?.fields ?? []
    const required = fields.filter(({ depth, isRequired }) => depth === 0 && isRequired)
    expect(fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['type', 'events', 'events[].type']),
    )
    expect(required).toEqual([])
    expect(referenceOperation(document, 'reportEvents')?.body?.alternatives).toEqual([
      ['type', 'data'],
      ['events'],
    ])
    expect(referenceOperation(document, 'createWebhookEndpoint')?.body?.alternatives).toEqual([])
  })

  it.each([
    ['createWebhookEndpoint', 'concurrency', 'integer', ['1 to 64']],
    ['createWebhookEndpoint', 'timeout_seconds', 'number', ['1 to 30']],
    ['createWebhookEndpoint', 'name', 'string', ['1 to 100 characters']],
    ['createEventType', 'category', 'string', ['1 to 60 characters']],
    ['listEvents', 'since', 'string', ['date and time']],
    ['listEvents', 'limit', 'integer', ['1 to 100', '20 unless given']],
  ])('of %s it tells the limits of %s', (id, name, type, limits) => {
    const { parameters = [], body } = referenceOperation(document, id) ?? {}
    const fields = [...parameters, ...(body?.fields ?? []).map((field) => ({ ...field, name: field.path }))]
    expect(fields.find((field) => field.name === name)).toMatchObject({ type, limits })
  })

  it('knows no other id', () => {
    expect(referenceOperation(document, 'constructor')).toBeNull()
  })
})
