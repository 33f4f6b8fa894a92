import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { CommandError } from '@/scripts/commands/command-error'
import { forward } from './forward'
import type { Event } from './shapes'

const SECRET = 'a'.repeat(64)
const event: Event = {
  id: 'evt_1',
  type: 'order.paid',
  created: 1_700_000_000,
  created_at: '2023-11-14T22:13:20Z',
  api_version: '2025-09',
  data: { object: { id: 'ord_1' } },
  deliveries_count: 0,
}

describe('a forward', () => {
  let receiver: Receiver
  let stop: AbortController
  const forwarded = (changes: Partial<Event> = {}) =>
    forward({ ...event, ...changes }, receiver.url, SECRET, stop.signal)

  beforeEach(async () => {
    receiver = await startReceiver()
    stop = new AbortController()
  })
  afterEach(() => receiver.close())

  it.each([
    [200, null],
    [503, 'http_error'],
  ])('says that the receiver answered %i', async (status, error) => {
    receiver.setBehaviour((_, response) => void response.writeHead(status).end())
    expect(await forwarded()).toMatchObject({ url: receiver.url, http_status: status, error })
  })

  it('says why there is no answer', async () => {
    await receiver.stop()
    const error = 'cannot be reached (ECONNREFUSED)'
    expect(await forwarded()).toMatchObject({ http_status: null, error })
  })

  it('has no result where it is ended amid the request', async () => {
    receiver.setBehaviour(() => stop.abort())
    await expect(forwarded()).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })

  it('needs a version that this program knows, and says so to a person', async () => {
    const refusal = new CommandError('This Shopbell does not know the API version 2099-01. Update it.')
    await expect(forwarded({ api_version: '2099-01' })).rejects.toThrow(refusal)
    await expect(forwarded({ api_version: '2099-01' })).rejects.toBeInstanceOf(CommandError)
    expect(receiver.requests).toHaveLength(0)
  })
})
