import { once } from 'node:events'
import type { ServerOptions } from 'node:https'
import { connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Certificates, createCertificates } from '@/lib/testing/certificates'
import { startReceiver } from '@/lib/testing/fake-receiver'
import { startRawReceiver } from '@/lib/testing/raw-receiver'
import { type AddressPolicy, createAddressPolicy } from '@/lib/webhooks/blocked-address'
import { BlockedAddressError, createGuardedAgent } from './agent'
import { LookupError } from './agent-lookup'
import { describeSendError, type SendFailure } from './send-failure'

const nothingAllowed = createAddressPolicy({ allowedCidrs: [], blockedCidrs: [] })
const loopbackAllowed = createAddressPolicy({ allowedCidrs: ['127.0.0.0/8', '::1/128'], blockedCidrs: [] })

const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

function guardedAgent(options: Partial<Parameters<typeof createGuardedAgent>[0]> = {}) {
  const agent = createGuardedAgent({ policy: loopbackAllowed, ...options })
  closers.push(() => agent.destroy())
  return agent
}

/** The status of one request, or why there is none. */
async function post(
  agent: ReturnType<typeof guardedAgent>,
  url: string,
  headers: Record<string, string> = {},
): Promise<number | SendFailure> {
  const { origin, pathname } = new URL(url)
  try {
    const answer = await agent.request({ origin, path: pathname, method: 'POST', body: '{}', headers })
    await answer.body.dump()
    return answer.statusCode
  } catch (error) {
    return describeSendError(error)
  }
}

/** A listening port on the loopback, and how many connections it was asked for. */
async function listener() {
  const receiver = await startRawReceiver((socket) => void socket.end('HTTP/1.1 204 No Content\r\n\r\n'))
  closers.push(receiver.close)
  return receiver
}

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '127.0.0.1.',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::7f00:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '169.254.169.254',
    'localhost',
    'LOCALHOST',
  ])('refuses %s where nothing is allowed', async (host) => {
    const { port, connections } = await listener()
    const failure = await post(guardedAgent({ policy: nothingAllowed }), `http://${host}:${port}/`)
    expect(failure).toEqual({
      error: 'blocked_address',
      errorDetail: `${new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '')} points to an address that is not allowed.`,
    })
    expect(connections).toHaveLength(0)
  })

  it.each([
    ['a private address', ['127.0.0.1']],
    ['a public and a private one', ['8.8.8.8', '127.0.0.1']],
    ['a private and a public one', ['127.0.0.1', '8.8.8.8']],
    ['a public one and ::1', ['8.8.8.8', '::1']],
    ['a mapped one', ['::ffff:127.0.0.1']],
    ['one with a zone', ['fe80::1%lo']],
    ['what is no address', ['localhost']],
  ])('refuses a name that points to %s, without telling which', async (_, addresses) => {
    const { port, connections } = await listener()
    const agent = guardedAgent({ policy: nothingAllowed, lookup: async () => addresses })
    expect(await post(agent, `http://shop.example.com:${port}/`)).toEqual({
      error: 'blocked_address',
      errorDetail: 'shop.example.com points to an address that is not allowed.',
    })
    expect(connections).toHaveLength(0)
  })

  it('looks a name up for each connection, so that another answer is checked again', async () => {
    const policy = createAddressPolicy({ allowedCidrs: ['127.0.0.1'], blockedCidrs: [] })
    const { port, requestCount } = await listener()
    const answers = [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.1', '127.0.0.2'], ['127.0.0.1']]
    const asked: string[] = []
    const lookup = async (hostname: string) => {
      asked.push(hostname)
      return answers.shift() ?? []
    }
    const agent = guardedAgent({ policy, lookup })
    const url = `http://shop.example.com:${port}/`
    expect(await post(agent, url)).toBe(204)
    expect(await post(agent, url)).toMatchObject({ error: 'blocked_address' })
    expect(await post(agent, url)).toMatchObject({ error: 'blocked_address' })
    expect(await post(agent, url)).toBe(204)
    expect(asked).toEqual(Array(4).fill('shop.example.com'))
    expect(requestCount()).toBe(2)
  })

  it('checks the address that the socket reached, whatever was looked up', async () => {
    let checks = 0
    const policy: AddressPolicy = { isAllowed: () => ++checks === 1, allowsHost: () => false }
    const { port, requestCount } = await listener()
    const agent = guardedAgent({ policy, lookup: async () => ['127.0.0.1'] })
    expect(await post(agent, `http://shop.example.com:${port}/`)).toMatchObject({ error: 'blocked_address' })
    expect([checks, requestCount()]).toEqual([2, 0])
  })

  it('takes localhost for the loopback addresses that are allowed, without a lookup', async () => {
    const { port, requestCount } = await listener()
    const policy = createAddressPolicy({ allowedCidrs: ['127.0.0.0/8'], blockedCidrs: [] })
    const lookup = async () => Promise.reject(new Error('Nobody should ask.'))
    expect(await post(guardedAgent({ policy, lookup }), `http://localhost:${port}/`)).toBe(204)
    expect(requestCount()).toBe(1)
  })

  it('refuses with an error of its own', async () => {
    const agent = guardedAgent({ policy: nothingAllowed })
    const request = agent.request({ origin: 'http://127.0.0.1:1', path: '/', method: 'POST' })
    await expect(request).rejects.toBeInstanceOf(BlockedAddressError)
  })
})

describe('names', () => {
  it.each([
    ['ENOTFOUND', 'shop.example.com has no address in the DNS.'],
    ['ENODATA', 'shop.example.com has no address in the DNS.'],
    ['ESERVFAIL', 'shop.example.com could not be looked up (ESERVFAIL).'],
    ['ECONNREFUSED', 'shop.example.com could not be looked up (ECONNREFUSED).'],
  ])('that cannot be looked up (%s) are a dns_error', async (code, errorDetail) => {
    const agent = guardedAgent({
      lookup: async (hostname) => Promise.reject(new LookupError(hostname, code)),
    })
    expect(await post(agent, 'http://shop.example.com/')).toEqual({ error: 'dns_error', errorDetail })
  })

  it('without an address are a dns_error', async () => {
    const agent = guardedAgent({ lookup: async () => [] })
    expect(await post(agent, 'http://shop.example.com/')).toMatchObject({ error: 'dns_error' })
  })
})

describe('the limit for opening a connection', () => {
  it.each([
    ['a lookup that hangs', 'http', 'shop.example.com'],
    ['TLS that hangs', 'https', '127.0.0.1'],
  ])('ends %s', async (_, scheme, host) => {
    const { port } = await listener()
    const agent = guardedAgent({ connectTimeoutMs: 100, lookup: () => new Promise(() => {}) })
    expect(await post(agent, `${scheme}://${host}:${port}/`)).toEqual({
      error: 'connect_timeout',
      errorDetail: 'The connection, TLS included, took too long to open.',
    })
  })

  // Linux drops the SYN once a queue of 1 holds 2.
  it.runIf(process.platform === 'linux')('ends a connection that is not accepted', async () => {
    const worker = new Worker(
      `const { parentPort } = require('node:worker_threads')
      const server = require('node:net').createServer()
      server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
        parentPort.postMessage(server.address().port)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
      })`,
      { eval: true },
    )
    const fillers: Socket[] = []
    closers.push(async () => {
      for (const filler of fillers) filler.destroy()
      await worker.terminate()
    })
    const [port] = await once(worker, 'message')
    for (let count = 0; count < 2; count++) {
      const filler = connect(port, '127.0.0.1')
      fillers.push(filler)
      await once(filler, 'connect')
    }
    const agent = guardedAgent({ connectTimeoutMs: 100 })
    expect(await post(agent, `http://127.0.0.1:${port}/`)).toMatchObject({ error: 'connect_timeout' })
  })
})

describe('TLS', () => {
  let certificates: Certificates

  beforeAll(async () => {
    certificates = await createCertificates()
  })

  async function tlsReceiver(tls: ServerOptions) {
    const receiver = await startReceiver({ tls })
    closers.push(receiver.close)
    return receiver
  }

  it.each(['127.0.0.1', 'localhost'])('is spoken with %s where the authority is known', async (host) => {
    const { port, requests } = await tlsReceiver(certificates.valid)
    expect(await post(guardedAgent({ ca: certificates.ca }), `https://${host}:${port}/`)).toBe(200)
    expect(requests).toHaveLength(1)
  })

  it('verifies the name again on a second connection, and takes no other for it', async () => {
    const { port, requests } = await tlsReceiver(certificates.valid)
    const agent = guardedAgent({ ca: certificates.ca, lookup: async () => ['127.0.0.1'] })
    const close = { connection: 'close' }
    expect(await post(agent, `https://localhost:${port}/`, close)).toBe(200)
    expect(await post(agent, `https://localhost:${port}/`, close)).toBe(200)
    expect(await post(agent, `https://shop.example.com:${port}/`, close)).toMatchObject({
      error: 'tls_error',
    })
    expect(requests).toHaveLength(2)
  })

  it.each([
    ['expired', 'The TLS certificate has expired.'],
    ['wrongName', 'The TLS certificate is for another host name.'],
    ['selfSigned', 'The TLS certificate is self-signed.'],
  ] as const)('is refused with a certificate that is %s', async (kind, errorDetail) => {
    const { port, requests } = await tlsReceiver(certificates[kind])
    const failure = await post(guardedAgent({ ca: certificates.ca }), `https://localhost:${port}/`)
    expect(failure).toEqual({ error: 'tls_error', errorDetail })
    expect(requests).toHaveLength(0)
  })

  it('is refused with a certificate of an unknown authority', async () => {
    const { url, requests } = await tlsReceiver(certificates.valid)
    expect(await post(guardedAgent(), url)).toEqual({
      error: 'tls_error',
      errorDetail:
        'The TLS certificate is from an unknown authority, or an intermediate certificate is missing.',
    })
    expect(requests).toHaveLength(0)
  })

  it('verifies the name in the URL, not the one in a host header', async () => {
    const agent = guardedAgent({ ca: certificates.ca })
    const other = await tlsReceiver(certificates.wrongName)
    const failure = await post(agent, `https://localhost:${other.port}/`, { host: 'other.example.com' })
    expect(failure).toMatchObject({ error: 'tls_error' })
    expect(other.requests).toHaveLength(0)

    const right = await tlsReceiver(certificates.valid)
    expect(await post(agent, `https://localhost:${right.port}/`, { host: 'other.example.com' })).toBe(200)
  })

  it('is not spoken by a port for plain HTTP', async () => {
    const receiver = await startReceiver()
    closers.push(receiver.close)
    expect(await post(guardedAgent(), `https://localhost:${receiver.port}/`)).toEqual({
      error: 'tls_error',
      errorDetail: 'The port does not speak TLS.',
    })
  })

  it('is not spoken in its old versions', async () => {
    const { url } = await tlsReceiver({
      ...certificates.valid,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'ALL@SECLEVEL=0',
    })
    expect(await post(guardedAgent({ ca: certificates.ca }), url)).toEqual({
      error: 'tls_error',
      errorDetail: 'The receiver does not speak TLS 1.2 or later.',
    })
  })

  // Over TLS 1.3 the handshake is over when the receiver finds that there is none, and it may just hang up.
  it('has no client certificate to show', async () => {
    const { url, requests } = await tlsReceiver({
      ...certificates.valid,
      ca: certificates.ca,
      maxVersion: 'TLSv1.2',
      requestCert: true,
      rejectUnauthorized: true,
    })
    expect(await post(guardedAgent({ ca: certificates.ca }), url)).toMatchObject({ error: 'tls_error' })
    expect(requests).toHaveLength(0)
  })
})
