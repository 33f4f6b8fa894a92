import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv4 } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createLookup, LookupError } from './agent-lookup'

const rcodes = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 }
const typeIPv4 = 1

/** What a name server says to one question: addresses, an error, or (null) nothing at all. */
type Reply = string[] | keyof typeof rcodes | null

let close = () => {}

afterEach(() => close())

/** A name server (RFC 1035) on the loopback that answers every question for IPv4 and for IPv6 with these. */
async function nameServer(replies: { ipv4: Reply; ipv6: Reply }) {
  const names: string[] = []
  const server = createSocket('udp4', (query, sender) => {
    const endOfName = query.indexOf(0, 12)
    names.push(query.toString('latin1', 13, endOfName).replaceAll(/\p{Cc}/gu, '.'))
    const reply = query.readUInt16BE(endOfName + 1) === typeIPv4 ? replies.ipv4 : replies.ipv6
    if (reply !== null)
      server.send(answerTo(query.subarray(0, endOfName + 5), reply), sender.port, sender.address)
  })
  close = () => server.close()
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
  const lookup = createLookup({ servers: [`127.0.0.1:${server.address().port}`] })
  return { lookup, names }
}

function answerTo(query: Buffer, reply: string[] | keyof typeof rcodes): Buffer {
  const addresses = Array.isArray(reply) ? reply : []
  const header = Buffer.from(query)
  header.writeUInt16BE(0x8180 | rcodes[Array.isArray(reply) ? 'NOERROR' : reply], 2)
  header.writeUInt16BE(addresses.length, 6)
  header.writeUInt32BE(0, 8)
  return Buffer.concat([header, ...addresses.map(toRecord)])
}

function toRecord(address: string): Buffer {
  const bytes = isIPv4(address)
    ? Buffer.from(address.split('.').map(Number))
    : Buffer.from(address.replaceAll(':', ''), 'hex')
  const start = Buffer.from([0xc0, 12, 0, isIPv4(address) ? typeIPv4 : 28, 0, 1, 0, 0, 0, 0, 0, bytes.length])
  return Buffer.concat([start, bytes])
}

const ipv6 = '2001:0db8:0000:0000:0000:0000:0000:0001'

describe('createLookup', () => {
  it.each<[string, Reply, Reply, string[]]>([
    [
      'both families, IPv4 first',
      ['192.0.2.1', '192.0.2.2'],
      [ipv6],
      ['192.0.2.1', '192.0.2.2', '2001:db8::1'],
    ],
    ['IPv4 alone', ['192.0.2.1'], [], ['192.0.2.1']],
    ['IPv6 alone', [], [ipv6], ['2001:db8::1']],
    ['private addresses, which are not for it to judge', ['127.0.0.1'], [], ['127.0.0.1']],
    ['IPv4 where IPv6 is an error', ['192.0.2.1'], 'SERVFAIL', ['192.0.2.1']],
    ['IPv6 where IPv4 is an error', 'SERVFAIL', [ipv6], ['2001:db8::1']],
    ['IPv4 where nobody answers for IPv6', ['192.0.2.1'], null, ['192.0.2.1']],
  ])('finds %s', async (_, forIPv4, forIPv6, expected) => {
    const { lookup, names } = await nameServer({ ipv4: forIPv4, ipv6: forIPv6 })
    expect(await lookup('shop.example.com')).toEqual(expected)
    expect(new Set(names)).toEqual(new Set(['shop.example.com']))
  })

  it.each<[Reply, Reply, string]>([
    ['NXDOMAIN', 'NXDOMAIN', 'ENOTFOUND'],
    [[], [], 'ENOTFOUND'],
    ['SERVFAIL', 'SERVFAIL', 'ESERVFAIL'],
    ['REFUSED', 'REFUSED', 'EREFUSED'],
    [[], 'SERVFAIL', 'ESERVFAIL'],
    ['SERVFAIL', [], 'ESERVFAIL'],
  ])('%j for IPv4 and %j for IPv6 is %s', async (forIPv4, forIPv6, code) => {
    const { lookup } = await nameServer({ ipv4: forIPv4, ipv6: forIPv6 })
    const error: unknown = await lookup('shop.example.com').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(LookupError)
    expect(error).toMatchObject({ code, host: 'shop.example.com' })
  })

  it('does not read /etc/hosts', async () => {
    const { lookup } = await nameServer({ ipv4: 'NXDOMAIN', ipv6: 'NXDOMAIN' })
    await expect(lookup('localhost')).rejects.toMatchObject({ code: 'ENOTFOUND' })
  })

  // Before the default time limit of an attempt, so that the log says what it was.
  it('gives up on a name server that never answers within 5 s', { timeout: 20_000 }, async () => {
    const { lookup } = await nameServer({ ipv4: null, ipv6: null })
    const start = performance.now()
    await expect(lookup('shop.example.com')).rejects.toMatchObject({ code: 'ETIMEOUT' })
    expect(performance.now() - start).toBeLessThan(4_900)
  })
})
