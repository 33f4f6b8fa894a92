import { isIPv4 } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createAddressPolicy } from './blocked-address'
import { browserAddressPolicy } from './browser-address-policy'
import { checkEndpointUrl } from './endpoint-url'
import { blockedIPv4, blockedIPv6 } from './special-addresses'

const lists: [name: string, allowedCidrs: string[]][] = [
  ['nothing', []],
  ['the loopback', ['127.0.0.0/8', '::1/128']],
  ['one address', ['10.1.2.3']],
  ['private networks', ['10.0.0.0/8', '192.168.0.0/16', 'fd00::/8']],
  ['odd prefixes', ['10.64.0.0/11', 'fe80::/10', '2001:db8:0:8000::/49', '172.16.0.0/31']],
  ['mapped addresses', ['::ffff:10.0.0.0/104', '::ffff:127.0.0.1']],
  ['everything', ['0.0.0.0/0', '::/0']],
]

/** Mulberry32: the same addresses on every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = seeded(20_261_121)
const below = (limit: number) => Math.floor(random() * limit)

/** The host of a URL, as `new URL` writes it. */
function written(host: string): string {
  return new URL(`https://${host}/`).hostname.replace(/^\[(.*)\]$/, '$1')
}

/** The ends of each range and what lies just outside them. */
function edges(cidr: string): string[] {
  const [network = '', digits = '32'] = cidr.split('/')
  if (!isIPv4(network)) return [written(`[${network}]`), written(`[${network}1]`)]
  const first = network.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)
  const last = first + 2 ** (32 - Number(digits)) - 1
  return [first - 1, first, last, last + 1]
    .filter((value) => value >= 0 && value < 2 ** 32)
    .map((value) => written(String(value)))
}

const addresses = [
  ...[...blockedIPv4, ...blockedIPv6, ...lists.flatMap(([, cidrs]) => cidrs)].flatMap((cidr) =>
    cidr.startsWith('::ffff') ? [] : edges(cidr),
  ),
  ...Array.from({ length: 400 }, () => written(String(below(2 ** 32)))),
  ...Array.from({ length: 400 }, () => {
    const head = ['2001', '2002', '3fff', 'fe80', 'fd00', '::ffff', '2606'][below(7)]
    return written(
      head === '::ffff'
        ? `[::ffff:${below(256)}.${below(256)}.${below(256)}.${below(256)}]`
        : `[${head}:${below(2)}::${below(65_536).toString(16)}]`,
    )
  }),
  ...['[::]', '[::1]', '[::ffff:127.0.0.1]', '[::127.0.0.1]', '127.1', '0'].map(written),
]

describe.each(lists)('where the deployment allows %s', (_, allowedCidrs) => {
  const server = createAddressPolicy({ allowedCidrs, blockedCidrs: [] })
  const browser = browserAddressPolicy(allowedCidrs)

  it('judges every address as the server does', () => {
    const verdicts = (policy: typeof server) =>
      addresses.map((address) => [address, policy.isAllowed(address), policy.allowsHost(address)])
    expect(verdicts(browser)).toEqual(verdicts(server))
    expect(browser.allowsHost('localhost')).toBe(server.allowsHost('localhost'))
    expect(browser.allowsHost('[::1]')).toBe(server.allowsHost('[::1]'))
  })

  it.each([
    'http://127.0.0.1:3000/',
    'https://localhost/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://192.168.1.1/',
    'https://8.8.8.8/',
    'http://8.8.8.8/',
    'https://shop.example.com/',
    'http://shop.example.com/',
  ])('says of %s what the server says', (url) => {
    expect(checkEndpointUrl(url, { policy: browser })).toEqual(checkEndpointUrl(url, { policy: server }))
  })
})

it('tried addresses of both verdicts', () => {
  const policy = browserAddressPolicy([])
  const allowed = addresses.filter((address) => policy.isAllowed(address))
  expect(allowed.length).toBeGreaterThan(100)
  expect(addresses.length - allowed.length).toBeGreaterThan(100)
})

it.each([
  '',
  'localhost',
  '1.2.3',
  '1.2.3.256',
  'a',
  ':',
  '::1::',
  '1:2:3:4:5:6:7:8:9',
  'fe80::1%eth0',
  ':::',
])('takes %j for no address', (text) => {
  const everything = browserAddressPolicy(['0.0.0.0/0', '::/0'])
  expect(everything.isAllowed(text)).toBe(false)
})
