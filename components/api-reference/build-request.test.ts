import { describe, expect, it } from 'vitest'
import { apiRoutes } from '@/lib/http/api-routes'
import { openApiDocument } from '@/lib/http/openapi/document'
import { type ReferenceOperation, referenceOperation } from '@/lib/http/openapi/reference'
import { buildRequest, firstDraft } from './build-request'

const document = openApiDocument(apiRoutes, 'https://shop.example.com')

function operation(id: string): ReferenceOperation {
  const found = referenceOperation(document, id)
  if (!found) throw new Error(`There is no operation ${id}.`)
  return found
}

describe('buildRequest', () => {
  it('leaves out what is empty', () => {
    const list = operation('listDeliveries')
    const draft = { ...firstDraft(list), token: 'shb_x' }
    expect(buildRequest(list, draft, 'https://a.example')).toEqual({
      method: 'GET',
      url: 'https://a.example/2025-09/deliveries',
      headers: { authorization: 'Bearer shb_x' },
      body: null,
    })
  })

  it('encodes what goes into path and query', () => {
    const statistics = operation('getEndpointStatistics')
    const values = { 'path:id': 'we/1 ?', 'query:days': '7&x=1' }
    expect(buildRequest(statistics, { values, body: '', token: 't' }, '').url).toBe(
      '/2025-09/webhook_endpoints/we%2F1%20%3F/statistics?days=7%26x%3D1',
    )
  })

  it('sends the body as it stands, with its headers', () => {
    const report = operation('reportEvents')
    const draft = { ...firstDraft(report), values: { 'header:Idempotency-Key': 'k1' }, token: 't' }
    const { headers, body } = buildRequest(report, draft, '')
    expect(headers).toEqual({
      authorization: 'Bearer t',
      'content-type': 'application/json',
      'idempotency-key': 'k1',
    })
    expect(JSON.parse(body ?? '')).toMatchObject({ type: 'order.shipped' })
    expect(buildRequest(report, { ...draft, body: ' ' }, '')).toMatchObject({ body: null })
  })

  it('needs no credential for what is for anyone', () => {
    const health = operation('getHealth')
    expect(buildRequest(health, firstDraft(health), '').headers).toEqual({})
  })
})
