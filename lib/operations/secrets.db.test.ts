import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import { getEndpointConfigs } from '@/lib/db/endpoint-configs'
import { signingSecrets } from '@/lib/db/endpoint-secrets'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import type { StoreContext } from './context'
import { endRotation, getRotation, revealSecret, rotateSecret } from './secrets'

cloneTestDatabase()

describe('the secret of an endpoint', () => {
  let context: StoreContext
  let endpointId: string

  beforeEach(async () => {
    const store = await makeStore()
    context = {
      storeId: store.id,
      storeSlug: 's',
      shard: 3,
      timeZone: 'UTC',
      actor: 'user:1',
      requestId: null,
    }
    endpointId = await makeEndpoint(store.id)
  })

  async function signing(): Promise<string[]> {
    const config = (await getEndpointConfigs([endpointId])).get(endpointId)
    return signingSecrets(config?.secrets ?? [], now())
  }

  it('is shown to who may see it, which is noted', async () => {
    const { secret, oldSignsUntil } = await revealSecret(context, endpointId)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(oldSignsUntil).toBeNull()
    const { rows } = await pool().query('SELECT action, actor FROM audit_entry WHERE store_id = $1', [
      context.storeId,
    ])
    expect(rows).toEqual([{ action: 'secret.revealed', actor: 'user:1' }])
  })

  it('signs beside the new one until the grace ends', async () => {
    const [before] = await signing()
    const rotated = await rotateSecret(context, endpointId, 3_600)
    expect(await signing()).toEqual([rotated.secret, before])
    expect((await revealSecret(context, endpointId)).oldSignsUntil).toEqual(rotated.oldSignsUntil)
    await endRotation(context, endpointId)
    expect(await signing()).toEqual([rotated.secret])
  })

  it('tells of a rotation without telling a secret', async () => {
    const before = await getRotation(context, endpointId)
    expect(before).toEqual({ currentSince: expect.any(Date), oldCount: 0, oldSignsUntil: null })
    const long = await rotateSecret(context, endpointId, 604_800)
    await rotateSecret(context, endpointId, 3_600)
    const during = await getRotation(context, endpointId)
    expect(during).toMatchObject({ oldCount: 2, oldSignsUntil: long.oldSignsUntil })
    expect(during.currentSince.getTime()).toBeGreaterThan(before.currentSince.getTime())
    await endRotation(context, endpointId)
    expect(await getRotation(context, endpointId)).toMatchObject({ oldCount: 0, oldSignsUntil: null })
  })

  it('ends at once where there is no grace, with those of earlier rotations', async () => {
    await rotateSecret(context, endpointId, 3_600)
    expect(await signing()).toHaveLength(2)
    const rotated = await rotateSecret(context, endpointId, 0)
    expect(rotated.oldSignsUntil).toBeNull()
    expect(await signing()).toEqual([rotated.secret])
    expect(await getRotation(context, endpointId)).toMatchObject({ oldCount: 0 })
  })

  it('is nothing to another store', async () => {
    const stranger = { ...context, storeId: (await makeStore()).id }
    for (const attempt of [
      () => getRotation(stranger, endpointId),
      () => revealSecret(stranger, endpointId),
      () => rotateSecret(stranger, endpointId, 0),
      () => endRotation(stranger, endpointId),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})
