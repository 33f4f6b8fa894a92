import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { CreateTokenInput } from '@/lib/schemas/api-token'
import { cloneTestDatabase, makeStore } from '@/lib/testing/database'
import { verifyToken } from './api-tokens'
import type { StoreContext } from './context'
import { createToken, endToken, findTokenByPrefix, listTokens, MOST_TOKENS } from './store-tokens'

cloneTestDatabase()

const DAY_MS = 86_400_000
const input: CreateTokenInput = { name: 'ERP', scopes: ['events:write'], lifetime: { days: 90 } }
const nobody = { createdBy: null, timeZone: 'UTC' }

describe('the tokens of a store', () => {
  let context: StoreContext

  async function makeContext(): Promise<StoreContext> {
    const { id } = await makeStore()
    return { storeId: id, storeSlug: 's', shard: 3, timeZone: 'UTC', actor: 'user:1', requestId: 'r' }
  }

  const usedAt = async (id: string): Promise<Date | null> =>
    (await pool().query('SELECT last_used_at FROM api_token WHERE id = $1', [id])).rows[0].last_used_at
  const expire = (id: string) =>
    pool().query(`UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = $1`, [id])

  beforeEach(async () => {
    context = await makeContext()
  })

  it('lets in until it is revoked, and both are on record without the token', async () => {
    const { id, token, expiresAt } = await createToken(context, input, nobody)
    expect(expiresAt?.getTime()).toBeCloseTo(now().getTime() + 90 * DAY_MS, -5)
    expect(await verifyToken(token, now())).toMatchObject({ id, scopes: ['events:write'] })
    await endToken(context, id)
    expect(await verifyToken(token, now())).toBeNull()
    const [listed] = await listTokens(context)
    expect(listed).toMatchObject({ id, status: 'revoked', createdBy: null, lastFour: token.slice(-4) })

    await endToken(context, id)
    const { rows } = await pool().query(
      'SELECT actor, action, target, changes FROM audit_entry WHERE store_id = $1 ORDER BY id',
      [context.storeId],
    )
    const target = `api_token:${id}`
    expect(rows).toEqual([
      {
        actor: 'user:1',
        action: 'api_token.created',
        target,
        changes: { name: 'ERP', scopes: ['events:write'], expiresAt: expiresAt?.toISOString() },
      },
      { actor: 'user:1', action: 'api_token.revoked', target, changes: null },
    ])
    expect(JSON.stringify(rows)).not.toContain(token.slice(15))
  })

  it('is another store’s for nobody else', async () => {
    const { id, token } = await createToken(context, input, nobody)
    const other = await makeContext()
    await expect(endToken(other, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(endToken(context, newId())).rejects.toMatchObject({ code: 'not_found' })
    const prefix = token.slice(4, 14)
    expect(await findTokenByPrefix(other, prefix)).toBeNull()
    expect(await findTokenByPrefix(context, prefix)).toEqual({ id, name: 'ERP' })
    expect(await listTokens(other)).toEqual([])
    expect(await verifyToken(token, now())).not.toBeNull()
  })

  it('is noted as used once a minute, and only by who has all of it while it works', async () => {
    const { id, token } = await createToken(context, input, nobody)
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    expect(await verifyToken(forged, now())).toBeNull()
    expect(await usedAt(id)).toBeNull()

    await Promise.all(Array.from({ length: 20 }, () => verifyToken(token, now())))
    const first = await usedAt(id)
    expect(first).not.toBeNull()
    await verifyToken(token, now())
    expect(await usedAt(id)).toEqual(first)
    await pool().query(`UPDATE api_token SET last_used_at = now() - interval '61 seconds' WHERE id = $1`, [
      id,
    ])
    await verifyToken(token, now())
    expect((await usedAt(id))?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0)

    await pool().query(`UPDATE api_token SET last_used_at = NULL WHERE id = $1`, [id])
    await expire(id)
    expect(await verifyToken(token, now())).toBeNull()
    expect(await usedAt(id)).toBeNull()
  })

  it('is listed with what it is now: those that work first', async () => {
    const ended = await createToken(context, { ...input, name: 'ended' }, nobody)
    const soon = await createToken(context, { ...input, name: 'soon', lifetime: { days: 7 } }, nobody)
    await createToken(context, { ...input, name: 'later', lifetime: { days: 8 } }, nobody)
    await createToken(context, { ...input, name: 'always', lifetime: null }, nobody)
    await expire(ended.id)
    expect((await listTokens(context)).map(({ name, status, endsSoon }) => [name, status, endsSoon])).toEqual(
      [
        ['always', 'active', false],
        ['later', 'active', false],
        ['soon', 'active', true],
        ['ended', 'expired', false],
      ],
    )
    await endToken(context, soon.id)
    expect(await listTokens(context)).toContainEqual(
      expect.objectContaining({ name: 'soon', status: 'revoked', endsSoon: false }),
    )
  })

  it('ends with a day where its person is', async () => {
    const berlin = { createdBy: null, timeZone: 'Europe/Berlin' }
    const until = new Date(now().getTime() + 40 * DAY_MS).toISOString().slice(0, 10)
    const { expiresAt } = await createToken(context, { ...input, lifetime: { until } }, berlin)
    const end = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    expect(end.format(expiresAt ?? undefined)).toMatch(/, 00:00:00$/)
    expect(end.format((expiresAt?.getTime() ?? 0) - 1)).toMatch(/, 23:59:59$/)
    for (const day of ['2020-01-01', '2199-01-01']) {
      await expect(
        createToken(context, { ...input, lifetime: { until: day } }, berlin),
      ).rejects.toMatchObject({
        fields: [{ pointer: '/lifetime/until' }],
      })
    }
  })

  it('are limited, also at once; what no longer works does not count', async () => {
    await pool().query(
      `INSERT INTO api_token (id, store_id, name, prefix, token_hash, last_four, scopes)
       SELECT gen_random_uuid(), $1, 'many', left(md5(random()::text), 10), '\\x00', 'aaaa', '{}' FROM generate_series(2, $2)`,
      [context.storeId, MOST_TOKENS],
    )
    const made = await Promise.allSettled(
      Array.from({ length: 5 }, () => createToken(context, input, nobody)),
    )
    const [first, ...others] = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(others).toEqual([])
    expect(made.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    await expect(createToken(context, input, nobody)).rejects.toMatchObject({ code: 'token_limit_reached' })
    await expire(first?.id ?? '')
    await expect(createToken(context, input, nobody)).resolves.toMatchObject({ token: expect.any(String) })
  })
})
