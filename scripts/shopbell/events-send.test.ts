import { afterEach, expect, it, vi } from 'vitest'
import { startReceiver } from '@/lib/testing/fake-receiver'
import { eventsSend } from './events-send'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('sends events whose answer was lost again, with the same keys', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  const event = { id: 'evt_1', type: 'order.paid', created: 0, created_at: '', api_version: '2025-09' }
  const stored = { ...event, data: { object: {} }, deliveries_count: 0 }
  const server = await startReceiver({
    handler: (_, response) =>
      server.requests.length === 1
        ? void response.destroy()
        : void response.end(JSON.stringify({ events: [stored, stored] })),
  })
  vi.stubEnv('SHOPBELL_URL', server.url)
  vi.stubEnv('SHOPBELL_TOKEN', 'shb_x')
  const send = eventsSend.read(['order.paid', '--count', '2'])
  expect(await send({ cwd: '/', signal: new AbortController().signal })).toBe(0)
  expect(said).toHaveBeenCalledExactlyOnceWith('Sent 2 of 2 events of the type order.paid.')
  const [lost, again] = server.requests.map(({ rawBody }) => rawBody.toString())
  expect(server.requests).toHaveLength(2)
  expect(again).toBe(lost)
  expect(lost).toMatch(/"idempotency_key":"[0-9a-f-]{36}".*"idempotency_key":"[0-9a-f-]{36}"/)
  await server.close()
})
