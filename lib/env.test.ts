import { describe, expect, it } from 'vitest'
import { parseEnv } from './env'

const keyBytes = Buffer.from('a-key-of-exactly-thirty-two-byte')
const key = keyBytes.toString('base64')
const otherKey = Buffer.from('another-key-of-thirty-two-bytes!').toString('base64')

const least = {
  DATABASE_URL: 'postgresql://shopbell:secret@127.0.0.1:5432/shopbell',
  PUBLIC_URL: 'https://hooks.example.com',
  NEXTAUTH_SECRET: 's'.repeat(32),
  ENCRYPTION_KEYS: `k1:${key}`,
}

function faults(changes: Record<string, string | undefined>): string[] {
  try {
    parseEnv({ ...least, ...changes })
    return []
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [start, ...lines] = error.message.split('\n')
    expect(start).toBe('The settings need a change:')
    return lines.map((line) => line.replace(/^ {2}- /, ''))
  }
}

describe('parseEnv', () => {
  it('needs four settings and has the others as documented', () => {
    expect(parseEnv(least)).toEqual({
      DATABASE_URL: least.DATABASE_URL,
      NODE_ENV: 'production',
      SHOPBELL_MODE: 'server',
      PUBLIC_URL: 'https://hooks.example.com',
      NEXTAUTH_SECRET: least.NEXTAUTH_SECRET,
      ENCRYPTION_KEYS: [{ id: 'k1', key: keyBytes }],
      TRUSTED_PROXIES: 0,
      DRAIN: 'on',
      SEND_CONCURRENCY: 256,
      DATABASE_CONNECTIONS: 8,
      ENDPOINTS_PER_STORE: 20,
      API_RATE_LIMIT: 200,
      LOG_RETENTION_DAYS: 30,
      DISABLE_AFTER_DAYS: 5,
      WEBHOOK_ALLOWED_CIDRS: [],
      WEBHOOK_BLOCKED_CIDRS: [],
      SIGNATURE_HEADERS: ['shopbell-signature'],
      RETRY_STANDARD: [5e3, 300e3, 1_800e3, 7_200e3, 18_000e3, 36_000e3, 50_400e3, 72_000e3, 86_400e3],
      RETRY_SHORT: [10e3, 100e3, 1_000e3],
      BACKOFFICE_URL: '{PUBLIC_URL}{rel}',
      STOREFRONT_URL: 'https://{store}.shopbell.test{rel}',
    })
  })

  it('takes an empty variable for one that is not set, and leaves strangers alone', () => {
    const empty = { DRAIN: '', SEND_CONCURRENCY: '', RETRY_SHORT: '', CRON_SECRET: '', SIGNATURE_HEADERS: '' }
    const lists = { WEBHOOK_ALLOWED_CIDRS: '', WEBHOOK_BLOCKED_CIDRS: '' }
    expect(parseEnv({ ...least, ...empty, ...lists, PATH: '/bin', HOME: undefined })).toEqual(parseEnv(least))
  })

  it.each([
    ['DATABASE_URL', 'postgres://localhost/x', 'postgres://localhost/x'],
    ['SHOPBELL_MODE', 'local', 'local'],
    ['PUBLIC_URL', 'http://localhost:3000', 'http://localhost:3000'],
    ['CRON_SECRET', 'c'.repeat(32), 'c'.repeat(32)],
    ['METRICS_TOKEN', 'm'.repeat(32), 'm'.repeat(32)],
    ['API_RATE_LIMIT', '0', 0],
    ['API_RATE_LIMIT', '1000000', 1_000_000],
    ['DRAIN', 'off', 'off'],
    ['SEND_CONCURRENCY', '1', 1],
    ['SEND_CONCURRENCY', '4096', 4_096],
    ['DATABASE_CONNECTIONS', '2', 2],
    ['ENDPOINTS_PER_STORE', '1000', 1_000],
    ['LOG_RETENTION_DAYS', '4', 4],
    ['DISABLE_AFTER_DAYS', '1', 1],
    ['DISABLE_AFTER_DAYS', '30', 30],
    ['WEBHOOK_ALLOWED_CIDRS', '127.0.0.0/8, ::1', ['127.0.0.0/8', '::1']],
    ['WEBHOOK_BLOCKED_CIDRS', '10.0.0.0/8', ['10.0.0.0/8']],
    ['SIGNATURE_HEADERS', 'Storq-Signature, storq.io-signature', ['storq-signature', 'storq.io-signature']],
    ['RETRY_STANDARD', '5s,5m', [5_000, 300_000]],
    ['RETRY_SHORT', '1s', [1_000]],
  ])('reads %s=%s', (name, text, value) => {
    expect(parseEnv({ ...least, [name]: text })).toHaveProperty(name, value)
  })

  it('reads several keys, the one that encrypts first', () => {
    const { ENCRYPTION_KEYS } = parseEnv({ ...least, ENCRYPTION_KEYS: `k2:${otherKey}, k1:${key}` })
    expect(ENCRYPTION_KEYS.map(({ id, key: { length } }) => [id, length])).toEqual([
      ['k2', 32],
      ['k1', 32],
    ])
  })

  const secretLength = 'must have at least 32 characters: “openssl rand -base64 32” makes one'
  const keyForm = 'must be like k2:<base64>,k1:<base64>, each of 32 random bytes; the first one encrypts'
  const publicUrl = 'must be the address people open, without a path, like https://hooks.example.com'
  const delays = 'must be delays like 5s,5m,2h (20 at most, each 24h at most)'
  const names = 'must be header names that are not in use, separated by commas, each once'

  it.each<[string, string | undefined, string]>([
    [
      'DATABASE_URL',
      undefined,
      'is missing: start with “npm start”, or set it to postgresql://user:password@host/database',
    ],
    [
      'DATABASE_URL',
      '',
      'is missing: start with “npm start”, or set it to postgresql://user:password@host/database',
    ],
    ['DATABASE_URL', 'mysql://localhost/x', 'must begin with postgresql://'],
    [
      'PUBLIC_URL',
      undefined,
      'is missing: set it to the address people open, like https://hooks.example.com',
    ],
    ['PUBLIC_URL', 'hooks.example.com', publicUrl],
    ['PUBLIC_URL', 'ftp://hooks.example.com', publicUrl],
    ['NEXTAUTH_SECRET', undefined, 'is missing: “openssl rand -base64 32” makes one'],
    ['NEXTAUTH_SECRET', 's'.repeat(31), secretLength],
    [
      'ENCRYPTION_KEYS',
      undefined,
      'is missing: set it to k1:<32 random bytes as base64>, made by “openssl rand -base64 32”',
    ],
    ['ENCRYPTION_KEYS', key, keyForm],
    ['ENCRYPTION_KEYS', 'k1:', keyForm],
    ['ENCRYPTION_KEYS', `k1:${Buffer.alloc(31, 7).toString('base64')}`, keyForm],
    ['ENCRYPTION_KEYS', `k1:${Buffer.alloc(33, 7).toString('base64')}`, keyForm],
    ['ENCRYPTION_KEYS', `k 1:${key}`, keyForm],
    ['ENCRYPTION_KEYS', `k1:${key},`, keyForm],
    ['CRON_SECRET', 'c'.repeat(31), secretLength],
    ['METRICS_TOKEN', 'm'.repeat(31), secretLength],
    ['API_RATE_LIMIT', '1000001', 'must be a whole number from 0 to 1000000'],
    ['ENCRYPTION_KEYS', `k1:${key},k1:${otherKey}`, keyForm],
    ['ENCRYPTION_KEYS', `k1:${Buffer.alloc(32).toString('base64')}`, keyForm],
    ['ENCRYPTION_KEYS', `k1:${key.slice(0, 20)}!${key.slice(20)}`, keyForm],
    ['SHOPBELL_MODE', 'demo', 'must be local or server'],
    ['PUBLIC_URL', 'https://hooks.example.com/shop', publicUrl],
    ['NEXTAUTH_SECRET', ' '.repeat(32), secretLength],
    ['SEND_CONCURRENCY', '0x10', 'must be a whole number from 1 to 4096'],
    ['SIGNATURE_HEADERS', 'host', names],
    ['SIGNATURE_HEADERS', 'webhook-signature', names],
    ['SIGNATURE_HEADERS', 'a, A', names],
    ['DRAIN', 'yes', 'must be on or off'],
    ['SEND_CONCURRENCY', '0', 'must be a whole number from 1 to 4096'],
    ['SEND_CONCURRENCY', '4097', 'must be a whole number from 1 to 4096'],
    ['SEND_CONCURRENCY', 'many', 'must be a whole number from 1 to 4096'],
    ['SEND_CONCURRENCY', '1.5', 'must be a whole number from 1 to 4096'],
    ['DATABASE_CONNECTIONS', '1', 'must be a whole number from 2 to 100'],
    ['DATABASE_CONNECTIONS', '101', 'must be a whole number from 2 to 100'],
    ['ENDPOINTS_PER_STORE', '-1', 'must be a whole number from 1 to 1000'],
    ['LOG_RETENTION_DAYS', '3', 'must be a whole number from 4 to 365'],
    ['LOG_RETENTION_DAYS', '366', 'must be a whole number from 4 to 365'],
    ['DISABLE_AFTER_DAYS', '0', 'must be a whole number from 1 to 30'],
    ['DISABLE_AFTER_DAYS', '31', 'must be a whole number from 1 to 30'],
    [
      'WEBHOOK_ALLOWED_CIDRS',
      '127.0.0.0/8,localhost',
      '"localhost" is not an IP address or range. Write it like 10.0.0.0/8 or fd00::/8.',
    ],
    [
      'WEBHOOK_BLOCKED_CIDRS',
      '10.0.0.0/33',
      '"10.0.0.0/33" is not an IP address or range. Write it like 10.0.0.0/8 or fd00::/8.',
    ],
    ['SIGNATURE_HEADERS', 'a b', names],
    ['SIGNATURE_HEADERS', 'a,', names],
    ['SIGNATURE_HEADERS', 'a\r\nb', names],
    ['RETRY_STANDARD', 'soon', delays],
    ['RETRY_SHORT', '25h', delays],
  ])('says what is wrong with %s=%j', (name, text, sentence) => {
    expect(faults({ [name]: text })).toEqual([`${name} ${sentence}`])
  })

  it('names everything that is wrong at once, and repeats no secret', () => {
    const lines = faults({
      DATABASE_URL: undefined,
      NEXTAUTH_SECRET: 'hunter2',
      ENCRYPTION_KEYS: 'k1:hunter2',
    })
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'NEXTAUTH_SECRET',
      'ENCRYPTION_KEYS',
    ])
    expect(lines.join()).not.toContain('hunter2')
  })
})
