import { describe, expect, it } from 'vitest'
import { cloneTestDatabase, makeStore } from '@/lib/testing/database'
import { issueToken, revokeToken, verifyToken } from './api-tokens'

cloneTestDatabase()

const now = new Date('2026-03-01T12:00:00.000Z')
const before = new Date(now.getTime() - 1)
const after = new Date(now.getTime() + 1)

async function issue(expiresAt: Date | null = null): Promise<string> {
  const { id } = await makeStore()
  return issueToken({ storeId: id, name: 'test', scopes: ['webhooks:read'], createdBy: null, expiresAt })
}

describe('a token', () => {
  it('is known while it holds, with the scopes that it has', async () => {
    expect(await verifyToken(await issue(), now)).toMatchObject({ scopes: ['webhooks:read'] })
    expect(await verifyToken(await issue(after), now)).not.toBeNull()
  })

  it('is none from the instant at which it expires', async () => {
    expect(await verifyToken(await issue(now), now)).toBeNull()
    expect(await verifyToken(await issue(before), now)).toBeNull()
  })

  it('is none once it is revoked, from then on', async () => {
    const [token, other] = [await issue(), await issue()]
    await revokeToken(token, before)
    expect(await verifyToken(token, now)).toBeNull()
    expect(await verifyToken(other, now)).not.toBeNull()
    await revokeToken('shb_nothing', now)
  })

  it('is none with another character, or another’s prefix', async () => {
    const [token, other] = [await issue(), await issue()]
    const end = token.endsWith('A') ? 'B' : 'A'
    for (const wrong of [
      ...[
        `${token.slice(0, -1)}${end}`,
        `${token}A`,
        token.slice(0, -1),
        ` ${token}`,
        `${token}\n`,
        token.toUpperCase(),
      ],
      ...[
        other.slice(0, 15) + token.slice(15),
        '',
        'shb_',
        '%',
        'null',
        `${token.slice(0, 14)}\0${token.slice(15)}`,
      ],
    ]) {
      expect(await verifyToken(wrong, now), wrong).toBeNull()
    }
    expect(await verifyToken(token, now)).not.toBeNull()
  })
})
