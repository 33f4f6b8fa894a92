import { createHmac, timingSafeEqual } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { describe, expect, it } from 'vitest'
import { createSecret } from './secret'
import { signatureHeaders } from './signature'

const newSecret = 'a'.repeat(64)
const oldSecret = '0123456789abcdef'.repeat(4)

const published = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1614265330,
  body: Buffer.from('{"test": 2432232314}'),
  secrets: ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  bodySignatureHeaders: ['shopbell-signature'],
}

const bodies: [string, Buffer][] = [
  ['ASCII', Buffer.from('{"id":"evt_1"}')],
  ['UTF-8', Buffer.from('{"name":"Žluťoučký kůň 日本"}')],
  ['emoji', Buffer.from('{"name":"👩‍👩‍👧 🎉"}')],
  ['empty', Buffer.alloc(0)],
  ['350 KB', Buffer.from(JSON.stringify({ text: 'é'.repeat(175_000) }))],
]

/** The code that seed 003 shows to receivers, with the raw body. */
function verifyWebhookSignature(payload: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(payload).digest('hex')
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature))
}

function sign(body: Buffer, secrets: string[], bodySignatureHeaders = ['shopbell-signature']) {
  const timestamp = Math.floor(Date.now() / 1000)
  return signatureHeaders({ id: 'evt_0190', timestamp, body, secrets, bodySignatureHeaders })
}

describe('signatureHeaders', () => {
  it('reproduces the published vector', () => {
    expect(signatureHeaders(published)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      'shopbell-signature': createHmac('sha256', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
        .update('{"test": 2432232314}')
        .digest('hex'),
    })
  })

  it.each(bodies)('is verified by the official libraries: %s', (_, body) => {
    const secret = createSecret()
    const headers = sign(body, [secret])
    const parsed = body.length === 0 ? undefined : JSON.parse(body.toString())
    expect(new Webhook(`whsec_${secret}`).verify(body, headers)).toEqual(parsed)
    // Svix's gives nothing back: it throws or it does not.
    const svix = new SvixWebhook(`whsec_${secret}`)
    expect(() => svix.verify(body, { ...headers })).not.toThrow()
    expect(() => svix.verify(Buffer.concat([body, Buffer.from(' ')]), { ...headers })).toThrow('No matching')
  })

  it.each(bodies)('is verified by the receiver code of seed 003: %s', (_, body) => {
    const secret = createSecret()
    const names = ['shopbell-signature', 'storq-signature', 'storq.io-signature']
    const headers = sign(body, [secret], names)
    for (const name of names) {
      expect(verifyWebhookSignature(body.toString(), headers[name] ?? '', secret)).toBe(true)
      expect(headers[name]).toMatch(/^[0-9a-f]{64}$/)
    }
    expect(Object.keys(headers)).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature', ...names])
  })

  it('signs with both secrets during a rotation, newest first, and the body with the old one', () => {
    const body = Buffer.from('{}')
    const headers = sign(body, [newSecret, oldSecret])
    const entries = headers['webhook-signature']?.split(' ')
    expect(entries).toEqual([
      sign(body, [newSecret])['webhook-signature'],
      sign(body, [oldSecret])['webhook-signature'],
    ])
    for (const secret of [newSecret, oldSecret]) {
      expect(new Webhook(secret).verify(body, headers)).toEqual({})
    }
    expect(verifyWebhookSignature('{}', headers['shopbell-signature'] ?? '', oldSecret)).toBe(true)
  })

  it('sends no body signature where none is configured', () => {
    expect(Object.keys(sign(Buffer.from('{}'), [newSecret], []))).toEqual([
      'webhook-id',
      'webhook-timestamp',
      'webhook-signature',
    ])
  })

  it('does not send an attempt unsigned', () => {
    expect(() => sign(Buffer.from('{}'), [])).toThrow('without a secret')
  })
})

describe('what the official library makes of a signature', () => {
  const body = Buffer.from('{"id":"evt_0190"}')
  const headers = sign(body, [newSecret])
  const signature = headers['webhook-signature'] ?? ''
  const receiver = new Webhook(newSecret)

  function signedAt(secondsFromNow: number) {
    const timestamp = Math.floor(Date.now() / 1000) + secondsFromNow
    return signatureHeaders({
      id: 'evt_0190',
      timestamp,
      body,
      secrets: [newSecret],
      bodySignatureHeaders: [],
    })
  }

  it.each([-290, 0, 290])('taken: %i s from now', (secondsFromNow) => {
    expect(receiver.verify(body, signedAt(secondsFromNow))).toEqual({ id: 'evt_0190' })
  })

  it.each([-310, 310])('refused: %i s from now', (secondsFromNow) => {
    expect(() => receiver.verify(body, signedAt(secondsFromNow))).toThrow(/too (old|new)/)
  })

  it.each([
    ['another id', { 'webhook-id': 'evt_0191' }],
    ['another timestamp', { 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }],
    ['no signature', { 'webhook-signature': 'v1,' }],
    ['the beginning of the signature', { 'webhook-signature': signature.slice(0, -4) }],
    ['another version', { 'webhook-signature': signature.replace('v1,', 'v2,') }],
    ['the body signature', { 'webhook-signature': `v1,${headers['shopbell-signature']}` }],
  ])('refused: %s', (_, changes) => {
    expect(() => receiver.verify(body, { ...headers, ...changes })).toThrow('No matching signature')
  })

  it('refused: another body and another secret', () => {
    expect(() => receiver.verify(Buffer.from('{"id":"evt_0191"}'), headers)).toThrow('No matching signature')
    expect(() => new Webhook(oldSecret).verify(body, headers)).toThrow('No matching signature')
  })
})
