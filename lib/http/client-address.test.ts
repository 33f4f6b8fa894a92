import { afterEach, describe, expect, it, vi } from 'vitest'

const settings = {
  DATABASE_URL: 'postgresql://localhost/none',
  PUBLIC_URL: 'https://hooks.example.com',
  NEXTAUTH_SECRET: 's'.repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.from('a-key-of-exactly-thirty-two-byte').toString('base64')}`,
}

/** The function as a process behind so many proxies has it. */
async function behind(proxies: number) {
  vi.resetModules()
  for (const [name, value] of Object.entries({ ...settings, TRUSTED_PROXIES: `${proxies}` }))
    vi.stubEnv(name, value)
  return (await import('./client-address')).clientAddress
}

afterEach(() => vi.unstubAllEnvs())

describe('the address of a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:0.0.0.1', '0.0.0.1'],
    ['203.0.113.7:50123', '203.0.113.7'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::2', '2001:db8:0:0'],
    ['2001:db8::a:b:c:d', '2001:db8:0:0'],
    ['2001:db8:0:0:1:2:3:4', '2001:db8:0:0'],
    ['2001:0DB8:0001::A', '2001:db8:1:0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:3:4:5::', '2001:db8:1:2'],
    ['2001:db8:0:2::1', '2001:db8:0:2'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['[2001:db8::1]', '2001:db8:0:0'],
    ['[2001:db8::1]:50123', '2001:db8:0:0'],
    ['unknown', 'unknown'],
    ['2001:db8:::1', '2001:db8:::1'],
    ['', ''],
  ])('%s counts as %s', async (address, counted) => {
    const clientAddress = await behind(0)
    expect(clientAddress({ 'x-shopbell-client': address })).toBe(counted)
  })

  it.each([
    [0, '192.0.2.1'],
    [1, '198.51.100.3'],
    [2, '2001:db8:0:0'],
    [4, ''],
  ])('is behind %i proxies %s', async (proxies, counted) => {
    const clientAddress = await behind(proxies)
    const headers = {
      'x-shopbell-client': '192.0.2.1',
      'x-forwarded-for': ['203.0.113.7, 2001:DB8::9', '198.51.100.3'],
    }
    expect(clientAddress(headers)).toBe(counted)
  })
})
