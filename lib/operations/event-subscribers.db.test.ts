import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/db/client'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import type { StoreContext } from './context'
import { listEventSubscribers } from './event-subscribers'

cloneTestDatabase()

describe('who listens to an event type', () => {
  let context: StoreContext

  beforeEach(async () => {
    const store = await makeStore()
    const { id: storeId, shard, timeZone } = store
    context = { storeId, storeSlug: 'test', shard, timeZone, actor: 'user:1', requestId: null }
  })

  /** An endpoint by this name; `set` is SQL for its other columns. */
  async function listen(name: string, types: string[], set = 'all_event_types = false'): Promise<string> {
    const id = await makeEndpoint(context.storeId, { eventTypes: types })
    await pool().query(`UPDATE endpoint SET name = $2, ${set} WHERE id = $1`, [id, name])
    return id
  }

  async function names(type: string): Promise<string[]> {
    const subscribers = await listEventSubscribers(context)
    return (subscribers.get(type) ?? []).map(({ name }) => name)
  }

  it('is nobody in a store without endpoints', async () => {
    expect(await listEventSubscribers(context)).toEqual(new Map())
  })

  it('is each endpoint that chose it, and each that listens to all, by name', async () => {
    await listen('erp', ['order.paid', 'order.shipped'])
    await listen('Books', ['order.paid'])
    const all = await listen('Archive', [], 'all_event_types = true')
    expect(await names('order.paid')).toEqual(['Archive', 'Books', 'erp'])
    expect(await names('order.shipped')).toEqual(['Archive', 'erp'])
    const subscribers = await listEventSubscribers(context)
    expect([...subscribers.keys()].sort()).toEqual(eventTypes.map((type) => type.name).sort())
    expect(subscribers.get('note.updated')).toEqual([
      { id: all, name: 'Archive', allEventTypes: true, condition: 'active' },
    ])
    expect(subscribers.get('order.paid')?.map(({ allEventTypes }) => allEventTypes)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is no endpoint that was deleted, and none of another store', async () => {
    await listen('Deleted', ['order.paid'], 'deleted_at = now()')
    const other = await makeStore()
    await makeEndpoint(other.id, { eventTypes: ['order.paid'] })
    expect(await names('order.paid')).toEqual([])
  })

  it('comes with how each endpoint is', async () => {
    await listen('1 well', ['order.paid'])
    const failing = await listen('2 failing', ['order.paid'])
    await listen('3 by hand', ['order.paid'], `disabled_at = now(), disabled_reason = 'manual'`)
    await listen('4 gone', ['order.paid'], `disabled_at = now(), disabled_reason = 'gone'`)
    await pool().query(
      'INSERT INTO endpoint_health (shard, endpoint_id, failing_since) VALUES ($1, $2, now())',
      [context.shard, failing],
    )
    const subscribers = await listEventSubscribers(context)
    expect(subscribers.get('order.paid')?.map(({ condition }) => condition)).toEqual([
      'active',
      'failing',
      'disabled_by_you',
      'disabled_automatically',
    ])
  })
})
