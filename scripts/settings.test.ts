import { describe, expect, it } from 'vitest'
import { settingProblems } from './settings.mjs'

const secret = 'x'.repeat(32)
const key = Buffer.alloc(32, 7).toString('base64')
const server = {
  DATABASE_URL: 'postgresql://shopbell:pw@db.example.com:5432/shopbell',
  PUBLIC_URL: 'https://hooks.example.com',
  NEXTAUTH_SECRET: secret,
  ENCRYPTION_KEYS: `k1:${key}`,
  CRON_SECRET: secret,
}

describe('settingProblems', () => {
  it.each([
    ['nothing: local mode', {}],
    ['everything', server],
    ['a key ring of two, with a space between', { ...server, ENCRYPTION_KEYS: `k2:${key}, k1:${key}` }],
    ['a key without padding', { ...server, ENCRYPTION_KEYS: `k1:${key.replace('=', '')}` }],
    ['an origin with a slash', { ...server, PUBLIC_URL: 'https://hooks.example.com/' }],
    ['the shorter scheme', { ...server, DATABASE_URL: 'postgres://db/shopbell' }],
    ['an empty PORT, which counts as unset', { PORT: '' }],
    ['the highest port', { PORT: '65535' }],
  ])('accepts %s', (_what, environment) => {
    expect(settingProblems(environment)).toEqual([])
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '30 00'],
    ['DATABASE_URL', 'mysql://db/shopbell'],
    ['DATABASE_URL', 'db/shopbell'],
    ['PUBLIC_URL', 'hooks.example.com'],
    ['PUBLIC_URL', 'https://hooks.example.com/app'],
    ['PUBLIC_URL', 'ftp://hooks.example.com'],
    ['PUBLIC_URL', 'https://user:pw@hooks.example.com'],
    ['NEXTAUTH_SECRET', 'x'.repeat(31)],
    ['CRON_SECRET', 'short'],
    ['ENCRYPTION_KEYS', key],
    ['ENCRYPTION_KEYS', `k1:${key},`],
    ['ENCRYPTION_KEYS', `k1:${Buffer.alloc(31).toString('base64')}`],
    ['ENCRYPTION_KEYS', `k1:${Buffer.alloc(33).toString('base64')}`],
  ])('refuses %s=%s, in a sentence that names it', (name, value) => {
    expect(settingProblems({ ...server, [name]: value })).toEqual([
      expect.stringMatching(`^${name} is not valid\\.`),
    ])
  })

  it('names all that is missing with DATABASE_URL at once', () => {
    const problems = settingProblems({ DATABASE_URL: server.DATABASE_URL, CRON_SECRET: '' })
    const missing = ['PUBLIC_URL', 'NEXTAUTH_SECRET', 'ENCRYPTION_KEYS', 'CRON_SECRET']
    expect(problems.map((problem) => problem.split(' is missing. Set it to ')[0])).toEqual(missing)
  })
})
