import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/db/client'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import type { StoreContext } from './context'
import { deleteEndpoint, getEndpoint, updateEndpoint } from './endpoints'

cloneTestDatabase()

describe('a change of an endpoint with a precondition', () => {
  let context: StoreContext
  let id: string

  beforeEach(async () => {
    const store = await makeStore()
    context = {
      storeId: store.id,
      storeSlug: 's',
      shard: 3,
      timeZone: 'UTC',
      actor: 'token:1',
      requestId: null,
    }
    id = await makeEndpoint(store.id)
  })

  it('is made by one of many at once', async () => {
    const { revision } = await getEndpoint(context, id)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        updateEndpoint(
          context,
          id,
          { name: `No. ${number}` },
          { check: (current) => current === revision },
        ).then(
          ({ name }) => name,
          (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
        ),
      ),
    )
    const [made, ...more] = answers.filter((answer) => answer !== 'precondition_failed')
    expect(more).toEqual([])
    expect(await getEndpoint(context, id)).toMatchObject({ name: made, revision: revision + 1 })
  })

  it('loses none of many increments that are tried again', async () => {
    const increment = async (): Promise<void> => {
      const { revision, metadata } = await getEndpoint(context, id)
      const count = String(Number(Object(metadata).count ?? 0) + 1)
      const isCurrent = (current: number) => current === revision
      await updateEndpoint(context, id, { metadata: { count } }, { check: isCurrent }).catch(increment)
    }
    await Promise.all(Array.from({ length: 8 }, increment))
    expect((await getEndpoint(context, id)).metadata).toEqual({ count: '8' })
  })

  it('is made whole or not at all', async () => {
    const stale = updateEndpoint(context, id, { name: 'New', status: 'disabled' }, { check: () => false })
    await expect(stale).rejects.toMatchObject({ code: 'precondition_failed' })
    const tooMany = Object.fromEntries(Array.from({ length: 21 }, (_, number) => [`x-${number}`, 'v']))
    const refused = updateEndpoint(context, id, { name: 'New', status: 'disabled', headers: tooMany })
    await expect(refused).rejects.toMatchObject({ code: 'validation_failed' })
    expect(await getEndpoint(context, id)).toMatchObject({
      name: 'Test endpoint',
      disabledAt: null,
      revision: 1,
    })
    const { rows } = await pool().query('SELECT 1 FROM audit_entry WHERE store_id = $1', [context.storeId])
    expect(rows).toEqual([])

    const changed = await updateEndpoint(
      context,
      id,
      { name: 'New', status: 'disabled' },
      { check: () => true },
    )
    expect(changed).toMatchObject({ name: 'New', disabledReason: 'manual' })
    expect(changed).toEqual(await getEndpoint(context, id))
  })

  it('deletes what is as it was read', async () => {
    await expect(deleteEndpoint(context, id, () => false)).rejects.toMatchObject({
      code: 'precondition_failed',
    })
    await getEndpoint(context, id)
    await deleteEndpoint(context, id, (revision) => revision === 1)
    await expect(deleteEndpoint(context, id, () => false)).rejects.toMatchObject({ code: 'not_found' })
  })
})
