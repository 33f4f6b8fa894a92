import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGuardedAgent, type GuardedAgent } from '@/lib/delivery/agent'
import { sendHttp } from '@/lib/delivery/kinds/http'
import { type Behaviour, startReceiver } from '@/lib/testing/fake-receiver'
import { startRawReceiver } from '@/lib/testing/raw-receiver'
import { createAddressPolicy } from '@/lib/webhooks/blocked-address'

const policy = createAddressPolicy({ allowedCidrs: ['127.0.0.0/8', '::1/128'], blockedCidrs: [] })
const body = Buffer.from('{"id":"evt_1","type":"order.paid"}')
const headers = { 'content-type': 'application/json', 'webhook-id': 'evt_1' }
const kept = 16_384

let agent: GuardedAgent
const closers: (() => Promise<unknown>)[] = []

beforeEach(() => {
  agent = createGuardedAgent({ policy })
})

afterEach(async () => {
  await agent.destroy()
  await Promise.all(closers.splice(0).map((close) => close()))
})

function send(url: string, options: { timeoutMs?: number; body?: Buffer } = {}) {
  return sendHttp({ url, headers, body, timeoutMs: 5_000, agent, ...options })
}

async function receiver(handler?: Behaviour, host?: string) {
  const started = await startReceiver({ ...(handler ? { handler } : {}), ...(host ? { host } : {}) })
  closers.push(started.close)
  return started
}

async function rawReceiver(...[answer, options]: Parameters<typeof startRawReceiver>) {
  const started = await startRawReceiver(answer, options)
  closers.push(started.close)
  return started
}

/** Every request is answered with these bytes; then the connection ends, unless it is to stay open. */
function answering(bytes: string | Buffer, { stayOpen = false } = {}) {
  return rawReceiver((socket) => void (stayOpen ? socket.write(bytes) : socket.end(bytes)))
}

async function hangUp(socket: Socket | undefined) {
  if (socket && !socket.destroyed) await once(socket, 'close')
}

/** Writes `bytes` again and again until the sender hangs up, without waiting for any time to pass. */
function writeForever(socket: Socket, bytes: string | Buffer) {
  const write = () => {
    if (socket.destroyed) return
    if (socket.write(bytes)) setImmediate(write)
    else socket.once('drain', write)
  }
  write()
}

describe('the request', () => {
  it('is a POST of the exact bytes, with these headers and no others', async () => {
    const { url, requests } = await receiver()
    const bytes = Buffer.from([0x7b, 0x00, 0xff, 0xc3, 0xa9, 0x7d])
    const outcome = await sendHttp({
      url: `${url}/hooks/%7Bx%7D?shop=1&q=a%20b#part`,
      headers: { ...headers, 'shopbell-attempt': '2' },
      body: bytes,
      timeoutMs: 5_000,
      agent,
    })
    expect(outcome).toMatchObject({ ok: true, httpStatus: 200, error: null, errorDetail: null })
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({
      method: 'POST',
      path: '/hooks/%7Bx%7D?shop=1&q=a%20b',
      rawBody: bytes,
    })
    expect(requests[0]?.headers).toEqual({
      ...headers,
      'shopbell-attempt': '2',
      host: url.slice('http://'.length),
      connection: 'keep-alive',
      'accept-encoding': 'identity',
      'content-length': '6',
    })
  })

  it.each([
    ['a line break in a value', { 'x-a': 'b\r\nx-c: d' }],
    ['a NUL in a value', { 'x-a': 'b\0' }],
    ['a space in a name', { 'x a': 'b' }],
    ['a transfer encoding', { 'transfer-encoding': 'chunked' }],
    ['an expectation', { expect: '100-continue' }],
  ])('is not sent with %s', async (_, bad) => {
    const { url, requests } = await receiver()
    const sending = sendHttp({ url, headers: { ...headers, ...bad }, body, timeoutMs: 5_000, agent })
    await expect(sending).rejects.toThrow(/header/)
    expect(requests).toHaveLength(0)
  })

  it.each(['shop.example.com/hooks', 'https://', 'https://shop.example.com:99999/'])(
    'is not sent where %j is no URL',
    async (url) => {
      expect(await send(url)).toMatchObject({
        ok: false,
        errorDetail: 'The URL is not valid.',
        response: null,
      })
    },
  )

  it('reaches a receiver over IPv6', async () => {
    const { url, requests } = await receiver(undefined, '::1')
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/)
    expect(await send(url)).toMatchObject({ ok: true, httpStatus: 200 })
    expect(requests[0]?.headers.host).toBe(url.slice('http://'.length))
  })
})

describe('the status decides', () => {
  it.each([
    [200, true, null],
    [201, true, null],
    [204, true, null],
    [299, true, null],
    [300, false, 'redirect'],
    [304, false, 'redirect'],
    [400, false, 'http_error'],
    [404, false, 'http_error'],
    [410, false, 'http_error'],
    [429, false, 'http_error'],
    [500, false, 'http_error'],
    [503, false, 'http_error'],
    [600, false, 'http_error'],
    [999, false, 'http_error'],
  ])('%i: ok is %s, the error %s', async (status, ok, error) => {
    const { url } = await receiver((_, response) => void response.writeHead(status).end())
    const outcome = await send(url)
    expect(outcome).toMatchObject({ ok, httpStatus: status, error, retryAfterMs: null })
    expect(outcome.errorDetail === null).toBe(ok)
    expect(outcome.response).toMatchObject({ body: '', truncated: false })
    expect(Number.isInteger(outcome.durationMs)).toBe(true)
  })

  it.each([301, 302, 303, 307, 308])('%i is not followed', async (status) => {
    const other = await receiver()
    const location = `${other.url.replace('://', '://user:secret@')}/inside?token=secret#secret`
    const { url, requests } = await receiver(
      (_, response) => void response.writeHead(status, { location }).end(),
    )
    const outcome = await send(url)
    expect(outcome).toMatchObject({ ok: false, httpStatus: status, error: 'redirect' })
    expect(outcome.errorDetail).toContain(`HTTP ${status}`)
    expect(outcome.errorDetail).toContain(`to ${other.url}/inside. Redirects are not followed.`)
    expect(outcome.response?.headers.location).toBe(`${other.url}/inside`)
    expect(JSON.stringify(outcome)).not.toContain('secret')
    expect([requests.length, other.requests.length]).toEqual([1, 0])
  })

  it.each([
    ['http://', '…', 'HTTP 302 Found. Redirects are not followed.'],
    ['javascript:alert(1)', '…', 'HTTP 302 Found. Redirects are not followed.'],
    ['data:text/html,secret', '…', 'HTTP 302 Found. Redirects are not followed.'],
    ['//127.0.0.1:1/x?y', 'http://127.0.0.1:1/x', 'HTTP 302 Found to http://127.0.0.1:1/x. Redirects'],
  ])('a location of %j is kept as %j', async (location, keptLocation, detail) => {
    const { url } = await receiver((_, response) => void response.writeHead(302, { location }).end())
    const outcome = await send(`${url}/hooks`)
    expect(outcome.errorDetail).toContain(detail)
    expect(outcome.response?.headers.location).toBe(keptLocation)
  })

  it.each([
    [429, '120', 120_000],
    [503, '7', 7_000],
    [429, '999999', 86_400_000],
    [429, '-5', null],
    [429, 'abc', null],
    [503, 'Mon, 02 Mar 2099 12:00:00 GMT', null],
    [503, undefined, null],
    [200, '120', null],
    [302, '120', null],
    [404, '120', null],
    [500, '120', null],
    [502, '120', null],
  ])('%i with Retry-After %j asks to wait %j ms', async (status, value, expected) => {
    const { url } = await receiver((_, response) => {
      if (value !== undefined) response.setHeader('retry-after', value)
      response.writeHead(status).end()
    })
    expect(await send(url)).toMatchObject({ httpStatus: status, retryAfterMs: expected })
  })

  it('a Retry-After can be a date', async () => {
    const { url } = await receiver((_, response) => {
      const later = new Date(Date.now() + 60_000).toUTCString()
      response.writeHead(503, { 'retry-after': later }).end()
    })
    const { retryAfterMs } = await send(url)
    expect(retryAfterMs).toBeGreaterThan(50_000)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
  })
})

describe('a connection that breaks', () => {
  it('is refused', async () => {
    const { url, close } = await receiver()
    await close()
    const outcome = await send(url)
    expect(outcome).toMatchObject({
      ok: false,
      httpStatus: null,
      error: 'connection_refused',
      response: null,
    })
  })

  it('is refused by each address of a name', async () => {
    const { port, close } = await receiver()
    await close()
    expect(await send(`http://localhost:${port}/`)).toMatchObject({ error: 'connection_refused' })
  })

  it('is reset as soon as it opens', async () => {
    const { url } = await rawReceiver(() => {}, { greet: (socket) => void socket.resetAndDestroy() })
    expect(await send(url)).toMatchObject({ ok: false, error: 'connection_reset', response: null })
  })

  it('is reset after the request', async () => {
    const { url, requestCount } = await rawReceiver((socket) => void socket.resetAndDestroy())
    expect(await send(url)).toMatchObject({ ok: false, error: 'connection_reset', response: null })
    expect(requestCount()).toBe(1)
  })

  it('is closed without an answer', async () => {
    const { url, requestCount } = await rawReceiver((socket) => void socket.end())
    expect(await send(url)).toMatchObject({ ok: false, error: 'connection_closed', response: null })
    expect(requestCount()).toBe(1)
  })

  it('is closed within the status line', async () => {
    const { url, requestCount } = await answering('HTTP/1.1 20')
    expect(await send(url)).toMatchObject({ ok: false, error: 'connection_closed', response: null })
    expect(requestCount()).toBe(1)
  })

  it('is closed within the headers', async () => {
    const { url } = await answering('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n')
    expect(await send(url)).toMatchObject({ ok: false, error: 'connection_closed', response: null })
  })

  it('is closed after an interim answer', async () => {
    const { url } = await answering('HTTP/1.1 103 Early Hints\r\n\r\n')
    const outcome = await send(url)
    expect(outcome).toMatchObject({ ok: false, httpStatus: 103, error: 'http_error', response: null })
    expect(outcome.errorDetail).toBe('The receiver answered HTTP 103 and closed the connection.')
  })

  it.each([
    [200, true, null],
    [500, false, 'http_error'],
  ])('breaks within the body after %i: the status counts', async (status, ok, error) => {
    const { url } = await rawReceiver((socket) => {
      socket.write(`HTTP/1.1 ${status} Any\r\ncontent-length: 100\r\n\r\nhello`)
      socket.write('', () => setImmediate(() => socket.resetAndDestroy()))
    })
    const outcome = await send(url)
    expect(outcome).toMatchObject({ ok, httpStatus: status, error, response: { truncated: true } })
  })
})

describe('a kept connection', () => {
  const okKeepAlive = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'

  it('serves the next request too', async () => {
    const { url, connections } = await answering(okKeepAlive, { stayOpen: true })
    for (let count = 0; count < 5; count++) {
      expect(await send(url)).toMatchObject({ ok: true, response: { body: 'ok' } })
      await nextTurn()
    }
    expect(connections).toHaveLength(1)
  })

  it('is used once more where its peer had dropped it, with the same bytes', async () => {
    const seen: string[] = []
    const { url, connections, requestCount } = await rawReceiver(
      (socket, number) => void (number === 2 ? socket.destroy() : socket.write(okKeepAlive)),
      { greet: (socket) => void socket.on('data', (chunk) => seen.push(chunk.toString())) },
    )
    expect(await send(url)).toMatchObject({ ok: true })
    await nextTurn()
    expect(await send(url)).toMatchObject({ ok: true })
    expect([connections.length, requestCount()]).toEqual([2, 3])
    expect(seen[2]).toBe(seen[1])
    expect(seen[1]).toContain('webhook-id: evt_1')
  })

  it.each([
    ['closed', 'connection_closed'],
    ['reset', 'connection_reset'],
  ])('that was %s: only one request more', async (how, error) => {
    const { url, requestCount } = await rawReceiver((socket, number) => {
      if (number === 1) socket.write(okKeepAlive)
      else if (how === 'reset') socket.resetAndDestroy()
      else socket.end()
    })
    await send(url)
    await nextTurn()
    expect(await send(url)).toMatchObject({ ok: false, error })
    expect(requestCount()).toBe(3)
  })

  it('that was closed, like another: still only one request more', async () => {
    const waiting: Socket[] = []
    const { url, connections, requestCount } = await rawReceiver((socket, number) => {
      if (number > 2) return void socket.destroy()
      waiting.push(socket)
      if (number === 2) for (const one of waiting) one.write(okKeepAlive)
    })
    await Promise.all([send(url), send(url)])
    await nextTurn()
    expect(await send(url)).toMatchObject({ ok: false, error: 'connection_closed' })
    expect([connections.length, requestCount()]).toEqual([2, 4])
  })

  it('that breaks once an answer has begun is an attempt', async () => {
    const { url, requestCount } = await rawReceiver(
      (socket, number) => void (number === 1 ? socket.write(okKeepAlive) : socket.end('HTTP/1.1 2')),
    )
    await send(url)
    await nextTurn()
    expect(await send(url)).toMatchObject({ ok: false, error: 'connection_closed' })
    expect(requestCount()).toBe(2)
  })

  it('that hangs the second time is given no more time', async () => {
    const { url, requestCount } = await rawReceiver((socket, number) => {
      if (number === 1) socket.write(okKeepAlive)
      if (number === 2) socket.destroy()
    })
    await send(url)
    await nextTurn()
    const outcome = await send(url, { timeoutMs: 150 })
    expect(outcome).toMatchObject({ ok: false, error: 'timeout' })
    expect(outcome.durationMs).toBeLessThan(1_150)
    expect(requestCount()).toBe(3)
  })

  it('with a second answer that nobody asked for does not give it to the next request', async () => {
    const poison = `${okKeepAlive}HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\npoison`
    const { url } = await rawReceiver(
      (socket, number) =>
        void socket.write(number === 1 ? poison : 'HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n'),
    )
    expect(await send(url)).toMatchObject({ ok: true, response: { body: 'ok' } })
    await nextTurn()
    expect(await send(url)).toMatchObject({ ok: false, httpStatus: 500 })
  })

  it.each([
    ['that ran out of time, whatever comes late', '', { error: 'timeout' }],
    [
      'whose answer was cut off',
      `HTTP/1.1 200 OK\r\ncontent-length: 50000\r\n\r\n${'a'.repeat(20_000)}`,
      { ok: true, response: { truncated: true } },
    ],
  ])('is not left by an attempt %s', async (_, answer, expected) => {
    const usedBy: Socket[] = []
    const { url } = await rawReceiver((socket, number) => {
      usedBy.push(socket)
      socket.write(number === 1 ? answer : 'HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n')
    })
    expect(await send(url, { timeoutMs: 200 })).toMatchObject(expected)
    usedBy[0]?.write(okKeepAlive)
    expect(await send(url)).toMatchObject({ ok: false, httpStatus: 500 })
    expect(usedBy).toHaveLength(2)
    expect(usedBy[1]).not.toBe(usedBy[0])
  })

  it('carries one request at a time', async () => {
    const busy = new Set<Socket>()
    let overlaps = 0
    const { url } = await rawReceiver((socket) => {
      if (busy.has(socket)) overlaps++
      busy.add(socket)
      setImmediate(() => {
        busy.delete(socket)
        socket.write(okKeepAlive)
      })
    })
    const inTurn = async () => [await send(url), await send(url), await send(url)]
    const outcomes = (await Promise.all(Array.from({ length: 10 }, inTurn))).flat()
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30)
    expect(overlaps).toBe(0)
  })
})

describe('the time limit', () => {
  const timeoutMs = 150

  function expectInTime({ durationMs }: { durationMs: number }) {
    expect(durationMs).toBeGreaterThanOrEqual(timeoutMs - 5)
    expect(durationMs).toBeLessThan(timeoutMs + 1_000)
  }

  it('ends an attempt that nobody answers', async () => {
    const { url, connections } = await rawReceiver(() => {})
    const outcome = await send(url, { timeoutMs })
    expect(outcome).toMatchObject({ ok: false, httpStatus: null, error: 'timeout', response: null })
    expect(outcome.errorDetail).toBe('No answer within 0.15 s.')
    expectInTime(outcome)
    await hangUp(connections[0])
  })

  it.each([
    ['interim answers without end', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', ''],
    ['a status line alone', '', 'HTTP/1.1 200 OK\r\n'],
    ['headers without end of them', '', 'HTTP/1.1 200 OK\r\nx-a: b\r\n'],
  ])('ends an attempt that gets %s', async (_, endless, once) => {
    const { url, connections } = await rawReceiver((socket) => {
      if (once) socket.write(once)
      if (endless) writeForever(socket, endless)
    })
    const outcome = await send(url, { timeoutMs })
    expect(outcome).toMatchObject({ ok: false, httpStatus: null, error: 'timeout', response: null })
    expectInTime(outcome)
    expect(connections).toHaveLength(1)
  })

  it('ends an attempt whose headers come a byte at a time', async () => {
    const { url } = await rawReceiver((socket) => {
      const bytes = `HTTP/1.1 200 OK\r\nx-a: ${'b'.repeat(10_000)}`
      let sent = 0
      const drip = setInterval(() => {
        if (socket.destroyed) clearInterval(drip)
        else socket.write(bytes.charAt(sent++))
      }, 10)
    })
    const outcome = await send(url, { timeoutMs })
    expect(outcome).toMatchObject({ ok: false, error: 'timeout', response: null })
    expectInTime(outcome)
  })

  it('ends the body too: after a 2xx it is a success', async () => {
    const { url } = await rawReceiver((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      const drip = setInterval(() => {
        if (socket.destroyed) clearInterval(drip)
        else socket.write('1\r\na\r\n')
      }, 10)
    })
    const outcome = await send(url, { timeoutMs })
    expect(outcome).toMatchObject({ ok: true, httpStatus: 200, error: null, response: { truncated: true } })
    expect(outcome.response?.body).toMatch(/^a+$/)
    expectInTime(outcome)
  })

  it('ends an attempt for good: nothing is sent where the connection opens later', async () => {
    let answerLookup = () => {}
    const answered = new Promise<void>((resolve) => {
      answerLookup = resolve
    })
    let greet = (_: Socket) => {}
    const opened = new Promise<Socket>((resolve) => {
      greet = resolve
    })
    const { port, requestCount } = await rawReceiver(() => {}, { greet: (socket) => greet(socket) })
    agent = createGuardedAgent({ policy, lookup: () => answered.then(() => ['127.0.0.1']) })
    const outcome = await send(`http://shop.example.com:${port}/`, { timeoutMs: 50 })
    expect(outcome).toMatchObject({ ok: false, error: 'connect_timeout' })
    answerLookup()
    await hangUp(await opened)
    expect(requestCount()).toBe(0)
  })

  it('covers a second connection', async () => {
    const answers = [Promise.resolve(['127.0.0.1']), new Promise<string[]>(() => {})]
    agent = createGuardedAgent({ policy, lookup: () => answers.shift() ?? Promise.resolve([]) })
    const { port, requestCount } = await rawReceiver((socket, number) => {
      if (number === 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')
      else socket.destroy()
    })
    const url = `http://shop.example.com:${port}/`
    expect(await send(url)).toMatchObject({ ok: true })
    await nextTurn()
    const outcome = await send(url, { timeoutMs })
    expect(outcome).toMatchObject({ ok: false, error: 'connect_timeout' })
    expectInTime(outcome)
    expect(requestCount()).toBe(2)
  })

  it('does not wait for a body that has no end', async () => {
    const { url, connections } = await rawReceiver((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      writeForever(socket, Buffer.alloc(10_000, 'a'))
    })
    const outcome = await send(url)
    expect(outcome).toMatchObject({ ok: true, response: { body: 'a'.repeat(kept), truncated: true } })
    expect(outcome.durationMs).toBeLessThan(4_000)
    await hangUp(connections[0])
  })

  it.each([
    ['TLS', 'https'],
    ['a name', 'http'],
  ])('covers the wait for %s', async (what, scheme) => {
    const { port } = await rawReceiver(() => {})
    agent = createGuardedAgent({ policy, lookup: () => new Promise(() => {}) })
    const host = what === 'TLS' ? '127.0.0.1' : 'shop.example.com'
    const outcome = await send(`${scheme}://${host}:${port}/`, { timeoutMs })
    expect(outcome).toMatchObject({ ok: false, error: 'connect_timeout', response: null })
    expect(outcome.errorDetail).toBe('No connection within 0.15 s, name lookup and TLS included.')
    expectInTime(outcome)
  })
})

describe('a closed agent', () => {
  it('sends nothing: the sender is stopping', async () => {
    const { url, requests } = await receiver()
    await agent.close()
    expect(await send(url)).toMatchObject({ ok: false, error: 'sender_lost' })
    expect(requests).toHaveLength(0)
  })

  it('ends what is under way when it is destroyed', async () => {
    const { url } = await rawReceiver(() => void agent.destroy())
    expect(await send(url)).toMatchObject({ ok: false, error: 'sender_lost', response: null })
  })
})

describe('what is not HTTP', () => {
  const ok = 'HTTP/1.1 200 OK\r\n'
  it.each([
    ['garbage', 'hello, world\r\n\r\n', 'invalid_response'],
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', 'invalid_response'],
    ['HTTP/2', Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]), 'invalid_response'],
    ['lines that end in LF alone', 'HTTP/1.1 200 OK\ncontent-length: 0\n\n', 'invalid_response'],
    ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n', 'invalid_response'],
    ['a NUL in a header', `${ok}x-a: b\0c\r\n\r\n`, 'invalid_response'],
    ['a space before the colon', `${ok}x-a : b\r\n\r\n`, 'invalid_response'],
    [
      'both lengths',
      `${ok}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      'invalid_response',
    ],
    ['two content-lengths', `${ok}content-length: 5\r\ncontent-length: 6\r\n\r\nhello`, 'invalid_response'],
    ['a content-length of words', `${ok}content-length: five\r\n\r\nhello`, 'invalid_response'],
    ['a header of 17 KB', `${ok}x-a: ${'b'.repeat(17_000)}\r\n\r\n`, 'invalid_response'],
    ['5,000 headers', `${ok}${'x-a: b\r\n'.repeat(5_000)}\r\n`, 'invalid_response'],
    [
      'a switch of protocols',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n',
      'invalid_response',
    ],
    ['a tab in a header name', `${ok}x\ta: b\r\n\r\n`, 'invalid_response'],
    ['100 Continue, which nobody asked for', 'HTTP/1.1 100 Continue\r\n\r\n', 'invalid_response'],
    ['nothing but line ends', '\r\n\r\n\r\n', 'connection_closed'],
  ])('%s', async (_, bytes, error) => {
    const { url } = await answering(bytes)
    const outcome = await send(url)
    expect(outcome).toMatchObject({ ok: false, httpStatus: null, error, response: null })
    expect(outcome.errorDetail).toMatch(/^The .*\.$/)
  })

  it.each([
    ['a bad chunk', `${ok}transfer-encoding: chunked\r\n\r\nzz\r\nhello\r\n`, true],
    ['a body shorter than its content-length', `${ok}content-length: 100\r\n\r\nhello`, true],
    ['chunks without the last one', `${ok}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n`, true],
    [
      '17 KB of trailers',
      `${ok}transfer-encoding: chunked\r\n\r\n0\r\nx-a: ${'b'.repeat(17_000)}\r\n\r\n`,
      true,
    ],
    ['a body where 204 has none', 'HTTP/1.1 204 No Content\r\n\r\nhello', false],
    ['more than its content-length', `${ok}content-length: 2\r\n\r\nhello`, false],
    ['a body that ends with the connection', `${ok}\r\nhello`, false],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\nhello', false],
    ['an interim answer first', `HTTP/1.1 103 Early Hints\r\n\r\n${ok}content-length: 5\r\n\r\nhello`, false],
    ['no reason', 'HTTP/1.1 200\r\ncontent-length: 5\r\n\r\nhello', false],
  ])('after a 2xx: %s', async (_, bytes, truncated) => {
    const { url } = await answering(bytes)
    expect(await send(url)).toMatchObject({ ok: true, error: null, response: { truncated } })
  })
})

describe('what is kept of the answer', () => {
  it('is the headers, without cookies and credentials', async () => {
    const { url } = await receiver((request, response) => {
      response.setHeader('Set-Cookie', ['a=secret', 'b=secret'])
      response.setHeader('Authorization', 'Bearer secret')
      response.setHeader('Proxy-Authorization', 'Basic secret')
      response.setHeader('Cookie', 'secret')
      response.setHeader('X-Twice', ['1', '2'])
      response.setHeader('X-Long', 'x'.repeat(2_000))
      response.setHeader('X-Id', String(request.headers['webhook-id']))
      response.setHeader('constructor', 'a')
      response.removeHeader('date')
      response.sendDate = false
      response.end('ok')
    })
    const { response } = await send(url)
    expect(response?.headers).toEqual({
      'set-cookie': '…',
      authorization: '…',
      'proxy-authorization': '…',
      cookie: '…',
      'x-twice': '1, 2',
      'x-long': `${'x'.repeat(1_023)}…`,
      'x-id': 'evt_1',
      constructor: 'a',
      connection: 'keep-alive',
      'keep-alive': 'timeout=5',
      'content-length': '2',
    })
  })

  it('is header values byte by byte', async () => {
    const bytes = Buffer.from('HTTP/1.1 200 OK\r\nx-a: caf\xe9\r\ncontent-length: 0\r\n\r\n', 'latin1')
    const { url } = await answering(bytes)
    expect((await send(url)).response?.headers['x-a']).toBe('café')
  })

  it('is 64 headers', async () => {
    const many = Array.from({ length: 500 }, (_, count) => `x-${count}: a\r\n`).join('')
    const { url } = await answering(`HTTP/1.1 200 OK\r\n${many}__proto__: a\r\n\r\n`)
    const { ok, response } = await send(url)
    expect(ok).toBe(true)
    expect(Object.keys(response?.headers ?? {})).toHaveLength(64)
  })

  it.each([
    ['text', 'ok', 'ok'],
    ['nothing', '', ''],
    ['UTF-8', 'é日🎉', 'é日🎉'],
    ['NUL', 'a\0b', 'a\ufffdb'],
    ['escapes of a terminal and HTML', '\u001b[31m<script>', '\u001b[31m<script>'],
    ['a line of 16 KiB', 'a'.repeat(kept), 'a'.repeat(kept)],
    ['Latin-1', Buffer.from([0x61, 0xe9, 0x62]), 'a\ufffdb'],
    ['half a character', Buffer.from([0x61, 0xc3]), 'a\ufffd'],
    ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80]), '\ufffd\ufffd\ufffd'],
  ])('is the body as text: %s', async (_, bytes, text) => {
    const { url } = await receiver((_request, response) => void response.end(bytes))
    const { ok, response } = await send(url)
    expect(ok).toBe(true)
    expect(response).toMatchObject({ body: text, truncated: false })
    expect(response?.body.isWellFormed()).toBe(true)
  })

  it.each([
    ['a byte more', 'a'.repeat(kept + 1), 'a'.repeat(kept)],
    ['a megabyte', 'a'.repeat(1_000_000), 'a'.repeat(kept)],
    ['a character across the end', `${'a'.repeat(kept - 1)}é`, 'a'.repeat(kept - 1)],
  ])('is the first 16 KiB: %s', async (_, bytes, text) => {
    const { url } = await receiver((_request, response) => void response.end(bytes))
    expect(await send(url)).toMatchObject({ ok: true, response: { body: text, truncated: true } })
  })

  it('is a compressed body as it came', async () => {
    const zipped = gzipSync(Buffer.alloc(1_000_000, 'a'))
    const { url } = await receiver((_, response) => {
      response.setHeader('content-encoding', Array<string>(100).fill('gzip').join(', '))
      response.end(zipped)
    })
    const { ok, response } = await send(url)
    expect(ok).toBe(true)
    expect(response).toMatchObject({
      truncated: false,
      body: zipped.toString('utf8').replaceAll('\0', '\ufffd'),
    })
  })
})

describe('a large request', () => {
  const large = Buffer.alloc(5_000_000, 'a')

  it('arrives whole', async () => {
    const { url, requests } = await receiver()
    expect(await send(url, { body: large })).toMatchObject({ ok: true })
    expect(requests[0]?.rawBody.equals(large)).toBe(true)
  })

  it('can be answered before it is read', async () => {
    const { url } = await rawReceiver((socket) => {
      socket.pause()
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok')
    })
    expect(await send(url, { body: large })).toMatchObject({ ok: true, response: { body: 'ok' } })
  })
})
