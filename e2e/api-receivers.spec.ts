import { signatureHeaders } from '@/lib/webhooks/signature'
import { freePort } from '@/scripts/postgres-launch.mjs'
import { expect, test } from './fixtures/journey'
import { shapes } from './fixtures/shapes'
import { DocumentedReceiver, documentedReceivers } from './receivers/documented'
import { hasProgram } from './receivers/has-program'

const BUILD_MS = 240_000

for (const language of documentedReceivers) {
  test(`the documented receiver in ${language.label} takes what is genuine, once, and nothing else`, async ({
    api,
  }) => {
    const [program, ...rest] = language.version
    test.skip(!(await hasProgram(program, ...rest)), `${language.label} is not on this machine`)
    test.setTimeout(BUILD_MS)
    const port = await freePort(undefined)
    const receiver = await DocumentedReceiver.prepare(language, port)
    try {
      const url = `http://127.0.0.1:${port}/`
      const { id, secret: old } = await api.createEndpoint({ url, retry_policy: 'none' })
      await receiver.start(old)

      /** The statuses and answers of a delivery's attempts, once there are so many. */
      const answersTo = async (deliveryId: string, count = 1) => {
        await expect
          .poll(async () => (await api.getDelivery(deliveryId)).attempts.length, { timeout: 20_000 })
          .toBe(count)
        const { attempts } = await api.getDelivery(deliveryId)
        return attempts.map(({ http_status: status, response }) => `${status} ${response?.body}`)
      }
      const deliver = async () => {
        const event = await api.sendEvent('order.shipped', { id: 1, name: 'Grüße 🎉' })
        const [delivery] = await api.listDeliveries({ q: event.id })
        if (!delivery) throw new Error('The event has no delivery.')
        return delivery
      }

      const { delivery: tested } = await api.expect(
        202,
        shapes.delivery,
        'POST',
        `/2025-09/webhook_endpoints/${id}/test`,
        { body: {} },
      )
      expect(await answersTo(tested.id)).toEqual(['200 ok'])

      const first = await deliver()
      expect(await answersTo(first.id)).toEqual(['200 ok'])
      await api.expect(202, shapes.delivery, 'POST', `/2025-09/deliveries/${first.id}/resend`, { body: {} })
      expect(await answersTo(first.id, 2)).toEqual(['200 ok', '200 duplicate'])
      await expect.poll(() => receiver.output).toContain(`handled order.shipped ${first.event_id}`)
      expect(receiver.output.split(first.event_id)).toHaveLength(2)

      // A rotation: with the old secret, with both, and with the new one alone, which is too soon for the plain one.
      const { endpoint } = await api.expect(
        200,
        shapes.createdEndpoint,
        'POST',
        `/2025-09/webhook_endpoints/${id}/rotate_secret`,
        { body: {} },
      )
      const current = endpoint.secret
      expect(await answersTo((await deliver()).id)).toEqual(['200 ok'])
      await receiver.start(`${current} ${old}`)
      const rotated = await deliver()
      expect(await answersTo(rotated.id)).toEqual(['200 ok'])
      const { attempts } = await api.getDelivery(rotated.id)
      expect(attempts[0]?.request.headers?.['webhook-signature']?.split(' ')).toHaveLength(2)
      await receiver.start(current)
      expect(await answersTo((await deliver()).id)).toEqual(['401 refused'])

      // What anyone could send.
      await receiver.start(`whsec_${old}`)
      const body = '{"id":"evt_1","type":"order.shipped","data":{"object":{}}}'
      const signed = (changes: { secret?: string; agedSeconds?: number; id?: string } = {}) =>
        signatureHeaders({
          id: changes.id ?? 'evt_1',
          timestamp: Math.floor(Date.now() / 1000) - (changes.agedSeconds ?? 0),
          body: Buffer.from(body),
          secrets: [changes.secret ?? old],
          bodySignatureHeaders: ['shopbell-signature'],
        })
      const without = (name: string) => ({ ...signed(), [name]: '' })
      const refused: [string, Record<string, string>, string][] = [
        ['another secret', signed({ secret: current }), body],
        ['a changed body', signed(), `${body} `],
        ['another id', { ...signed(), 'webhook-id': 'evt_2' }, body],
        ['a replay', signed({ agedSeconds: 330 }), body],
        ['a time of the future', signed({ agedSeconds: -330 }), body],
        ['an older time over the same signature', { ...signed(), 'webhook-timestamp': '1614265330' }, body],
        ['no time', without('webhook-timestamp'), body],
        ['words for a time', { ...signed(), 'webhook-timestamp': 'soon' }, body],
        ['no standard signature', without('webhook-signature'), body],
        ['no plain signature', without('shopbell-signature'), body],
        ['nothing', {}, body],
      ]
      for (const [what, headers, sent] of refused) {
        expect(await receiver.post(headers, sent), what).toEqual([401, 'refused'])
      }
      expect(await receiver.post(signed(), body)).toEqual([200, 'ok'])
      expect(await receiver.post(signed({ agedSeconds: 200 }), body)).toEqual([200, 'duplicate'])
      const { 'webhook-signature': one, ...others } = signed({ id: 'evt_3' })
      const two = { ...others, 'webhook-signature': `v1,AAAA ${one}` }
      expect(await receiver.post(two, body)).toEqual([200, 'ok'])
    } finally {
      await receiver.remove()
    }
  })
}
