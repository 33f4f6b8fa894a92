import { describe, expect, it } from 'vitest'
import { createAddressPolicy, parseCidrs } from './blocked-address'

const standard = createAddressPolicy({ allowedCidrs: [], blockedCidrs: [] })

describe('the built-in rules', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.1',
    '168.63.129.15',
    '168.63.129.17',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:800::200e',
    '2001:200::1',
    '3ffe::1',
  ])('allow %s', (address) => {
    expect(standard.isAllowed(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '0.255.255.255',
    '10.0.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.31.196.1',
    '192.52.193.1',
    '192.88.99.1',
    '192.168.1.1',
    '192.175.48.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::7f00:1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::ffff:0:8.8.8.8',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '100::1',
    '100:0:0:1::1',
    '1fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:1ff:ffff::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2620:4f:8000::1',
    '3fff::1',
    'fe80::1%eth0',
    '2606:4700:4700::1111%eth0',
    '[::1]',
    '127.1',
    '0177.0.0.1',
    '2130706433',
    '8.8.8.8 ',
    'example.com',
    'localhost',
    '',
  ])('refuse %j', (address) => {
    expect(standard.isAllowed(address)).toBe(false)
    expect(standard.allowsHost(address)).toBe(false)
  })

  it('do not make a public host one that the operator allowed', () => {
    expect(standard.allowsHost('8.8.8.8')).toBe(false)
  })

  it("refuse this machine's own public addresses, unless they are allowed", () => {
    const ownAddresses = ['8.8.4.4', '2606:4700::5', 'fe80::1%eth0']
    const own = createAddressPolicy({ allowedCidrs: [], blockedCidrs: [], ownAddresses })
    expect(['8.8.4.4', '2606:4700::5', '8.8.8.8'].map(own.isAllowed)).toEqual([false, false, true])
    expect(
      createAddressPolicy({ allowedCidrs: ['8.8.4.4'], blockedCidrs: [], ownAddresses }).isAllowed('8.8.4.4'),
    ).toBe(true)
  })
})

describe("the operator's lists", () => {
  const policy = createAddressPolicy({
    allowedCidrs: ['127.0.0.0/8', '10.1.2.3/24', 'fd00:1::/32', '::1'],
    blockedCidrs: ['127.0.0.66', '8.8.0.0/16', '2606:4700::/32', '10.1.2.128/25'],
  })

  it.each([
    ['127.0.0.1', true],
    ['127.0.0.66', false],
    ['10.1.2.1', true],
    ['10.1.2.129', false],
    ['10.1.3.1', false],
    ['8.8.8.8', false],
    ['8.9.0.1', true],
    ['2606:4700:4700::1111', false],
    ['fd00:1::5', true],
    ['fd00:2::5', false],
    ['::1', true],
    ['::2', false],
    ['::ffff:127.0.0.1', true],
    ['::ffff:7f00:42', false],
    ['::ffff:9.9.9.9', false],
    ['::1%lo', false],
  ])('%s: %s', (address, expected) => {
    expect(policy.isAllowed(address)).toBe(expected)
  })

  it.each([
    ['127.0.0.1', true],
    ['[::1]', true],
    ['::1', true],
    ['localhost', true],
    ['127.0.0.66', false],
    ['8.9.0.1', false],
    ['localhost.', false],
    ['example.com', false],
    ['', false],
  ])('allow the host %j by itself: %s', (host, expected) => {
    expect(policy.allowsHost(host)).toBe(expected)
  })

  it.each([
    [['127.0.0.0/8'], [], true],
    [['::1/128'], [], true],
    [['10.0.0.0/8'], [], false],
    [['127.0.0.0/8'], ['127.0.0.1'], false],
  ])('allow localhost with %j allowed and %j blocked: %s', (allowedCidrs, blockedCidrs, expected) => {
    expect(createAddressPolicy({ allowedCidrs, blockedCidrs }).allowsHost('localhost')).toBe(expected)
  })
})

describe('parseCidrs', () => {
  it.each([
    ['', []],
    [' , ', []],
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['10.0.0.0/8, ::1\n127.0.0.1/32,,0.0.0.0/0', ['10.0.0.0/8', '::1', '127.0.0.1/32', '0.0.0.0/0']],
  ])('splits %j', (text, expected) => {
    expect(parseCidrs(text)).toEqual(expected)
  })

  it.each([
    'localhost',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0/8',
    '::/129',
    '::1/1e1',
    'fe80::1%eth0/64',
    '/8',
    '10.0.0.0-10.0.0.9',
  ])('names the bad entry %j', (entry) => {
    expect(() => parseCidrs(`127.0.0.0/8,${entry},::1`)).toThrow(`"${entry}" is not an IP address or range.`)
    expect(() => createAddressPolicy({ allowedCidrs: [entry], blockedCidrs: [] })).toThrow(`"${entry}"`)
  })
})
