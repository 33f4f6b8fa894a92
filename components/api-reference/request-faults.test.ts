import { describe, expect, it } from 'vitest'
import { apiRoutes } from '@/lib/http/api-routes'
import { openApiDocument } from '@/lib/http/openapi/document'
import { referenceOperation } from '@/lib/http/openapi/reference'
import { requestFaults } from './request-faults'

const document = openApiDocument(apiRoutes, 'https://shop.example.com')
const noDraft = { values: {}, body: '', token: '' }

describe('requestFaults', () => {
  it.each([
    ['updateWebhookEndpoint', ['token', 'path:id', 'body']],
    ['reportEvents', ['token', 'body']],
    ['listDeliveries', ['token']],
    ['drainDeliveries', ['token']],
    ['getHealth', []],
  ])('of %s are all that is to be filled in, in order', (id, keys) => {
    const operation = referenceOperation(document, id)
    if (!operation) throw new Error(`There is no operation ${id}.`)
    expect(requestFaults(operation, noDraft).map(({ key }) => key)).toEqual(keys)
    const draft = { values: { 'path:id': 'we_1' }, body: '{', token: 'x' }
    expect(requestFaults(operation, draft)).toEqual([])
  })
})
