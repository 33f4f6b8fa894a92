import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Behaviour, type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { ApiAway, ApiClient } from './api-client'

let server: Receiver

afterEach(() => server.close())

/** A client of a server that answers the first request like this, and the others well. */
async function clientOf(first: Behaviour): Promise<ApiClient> {
  server = await startReceiver({
    handler: (request, response) =>
      server.requests.length === 1 ? first(request, response) : void response.end('{"done":true}'),
  })
  return new ApiClient({ url: server.url, token: 'shb_x' })
}

const shape = z.object({ done: z.literal(true) })
const drops: Behaviour = (_, response) => void response.destroy()
const answers =
  (status: number): Behaviour =>
  (_, response) =>
    void response.writeHead(status).end()

describe('a call of the API', () => {
  it.each([
    ['the answer was lost', drops],
    ['a gateway has none (502)', answers(502)],
    ['the server was away for now (503)', answers(503)],
  ])('is sent again as it was where %s, if that does no harm', async (_, first) => {
    const client = await clientOf(first)
    const options = { body: { key: 'a' }, headers: { 'idempotency-key': 'b' }, isRepeatable: true }
    expect(await client.call(shape, 'POST', '/things', options)).toEqual({ done: true })
    expect(server.requests).toHaveLength(2)
    for (const { method, path, headers, rawBody } of server.requests) {
      expect([method, path, rawBody.toString()]).toEqual(['POST', '/api/2025-09/things', '{"key":"a"}'])
      expect(headers['idempotency-key']).toBe('b')
    }
  })

  it.each([
    ['POST that might do it twice', 'the answer was lost', 'POST', drops],
    ['POST that might do it twice', 'a gateway has none (502)', 'POST', answers(502)],
    ['POST that might do it twice', 'the server was away for now (503)', 'POST', answers(503)],
    ['GET, whose asker waits,', 'the answer was lost', 'GET', drops],
    ['GET, whose asker waits,', 'a gateway has none (502)', 'GET', answers(502)],
  ] as const)('fails at once as a %s where %s', async (_, _reason, method, first) => {
    const client = await clientOf(first)
    await expect(client.call(shape, method, '/things')).rejects.toThrow(ApiAway)
    expect(server.requests).toHaveLength(1)
  })

  it('tells what was refused without what steers a terminal', async () => {
    const detail = 'No.\u001b[2J\u001b]0;owned\u0007'
    const client = await clientOf(
      (_, response) => void response.writeHead(422).end(JSON.stringify({ detail })),
    )
    const said: unknown = await client.call(shape, 'POST', '/things').catch((error) => error.message)
    expect(said).toContain('HTTP 422: No.')
    expect(said).toMatch(/^[\x20-\x7e]*$/)
  })
})
