import { describe, expect, it } from 'vitest'
import { explainFailure } from './explain-failure'
import { integratorNote } from './integrator-note'

const input = {
  endpointUrl: 'https://erp.example.com/hooks?shop=1',
  eventType: 'order.paid',
  eventId: 'evt_01jd',
  deliveryId: 'dlv_01jd',
  attempts: [
    { at: '2026-11-21T14:03:22.123+01:00', httpStatus: null, errorDetail: 'No answer within 5 s.' },
    {
      at: '2026-11-21T13:08:27.000Z',
      httpStatus: 404,
      errorDetail: 'The receiver answered HTTP 404 Not Found.',
    },
  ],
  responseBody: '<h1>Not found</h1>\r\nnginx\n',
  explanation: explainFailure('http_error', 404),
}

describe('integratorNote', () => {
  it('holds what the receiver’s side needs to find the request', () => {
    expect(integratorNote(input)).toBe(`The receiver does not know this URL (404).

URL: https://erp.example.com/hooks?shop=1
Event: order.paid, evt_01jd (header webhook-id)
Delivery: dlv_01jd (header shopbell-delivery)

Attempts (UTC):
  2026-11-21 13:03:22  No answer within 5 s.
  2026-11-21 13:08:27  The receiver answered HTTP 404 Not Found.

The answer:
  <h1>Not found</h1>
  nginx

What it means: The server was reached, and says that it has nothing at this path.
Next step: Compare the endpoint’s URL with the one that the receiver is meant to listen on.
`)
  })

  it('quotes 500 characters, none of them cut in two', () => {
    const note = integratorNote({ ...input, responseBody: '🎉'.repeat(501) })
    expect(note).toContain(`The answer’s first 500 characters:\n  ${'🎉'.repeat(500)}\n\n`)
    expect(integratorNote({ ...input, responseBody: 'x'.repeat(500) })).toContain('The answer:\n')
  })

  it.each([null, '', ' \n'])('does without an answer: %j', (responseBody) => {
    expect(integratorNote({ ...input, responseBody })).not.toContain('The answer')
  })

  it('lists the latest 20 attempts, and says where there was none', () => {
    const attempts = Array.from({ length: 23 }, (_, index) => ({
      at: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
      httpStatus: 200,
      errorDetail: null,
    }))
    const note = integratorNote({ ...input, attempts })
    expect(note).toContain('Attempts (UTC):\n  (3 earlier)\n  2026-01-01 00:03:00  HTTP 200\n')
    expect(note.match(/HTTP 200/g)?.length).toBe(20)
    expect(integratorNote({ ...input, attempts: [] })).toContain('Attempts: none\n')
  })
})
