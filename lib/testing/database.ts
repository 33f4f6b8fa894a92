import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { cancelPending } from '@/lib/db/cancel-pending'
import { disconnect, hotPool } from '@/lib/db/client'
import { secretRow } from '@/lib/db/endpoint-secrets'
import { newId } from '@/lib/ids'
import { createSecret } from '@/lib/webhooks/secret'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    templateDatabase: string
  }
}

/** Gives each test file a database of its own, cloned from the migrated template, and points `env()` at it. */
export function cloneTestDatabase(): void {
  const name = `test_${randomUUID().replaceAll('-', '')}`

  beforeAll(async () => {
    await admin(`CREATE DATABASE ${name} TEMPLATE ${inject('templateDatabase')}`)
    const url = new URL(inject('databaseUrl'))
    url.pathname = `/${name}`
    process.env.DATABASE_URL = url.href
    process.env.PUBLIC_URL = 'http://localhost:3000'
    process.env.NEXTAUTH_SECRET = 'a-secret-of-at-least-thirty-two-characters'
    process.env.ENCRYPTION_KEYS = `k1:${Buffer.from('a-key-of-exactly-thirty-two-byte').toString('base64')}`
    process.env.CRON_SECRET = 'a-cron-secret-of-at-least-thirty-two-chars'
    process.env.WEBHOOK_ALLOWED_CIDRS = '127.0.0.0/8,::1/128'
  })

  afterAll(async () => {
    await disconnect()
    await admin(`DROP DATABASE ${name} WITH (FORCE)`)
  })
}

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** A store of its own for a test, by plain SQL. */
export async function makeStore(shard = 3): Promise<{ id: string; shard: number; timeZone: string }> {
  const id = newId()
  await hotPool().query('INSERT INTO store (id, shard, slug, name, time_zone) VALUES ($1, $2, $3, $4, $5)', [
    id,
    shard,
    `store-${id.slice(-12)}`,
    'Test store',
    'Europe/Berlin',
  ])
  return { id, shard, timeZone: 'Europe/Berlin' }
}

/** An endpoint of a store for a test, by plain SQL, with a secret; it listens to `order.created` unless told otherwise. */
export async function makeEndpoint(
  storeId: string,
  {
    url = 'http://127.0.0.1:9/',
    eventTypes = ['order.created'],
    retryPolicy = 'standard',
    concurrency = 8,
  } = {},
): Promise<string> {
  const id = newId()
  await hotPool().query(
    `INSERT INTO endpoint (id, number, store_id, name, url, api_version, event_types, retry_policy, concurrency, creator)
     VALUES ($1, $2, $3, 'Test endpoint', $4, '2025-09', $5, $6, $7, 'test')`,
    [id, Math.floor(Math.random() * 2 ** 52), storeId, url, eventTypes, retryPolicy, concurrency],
  )
  const secret = secretRow(createSecret())
  await hotPool().query('INSERT INTO endpoint_secret (id, endpoint_id, ciphertext) VALUES ($1, $2, $3)', [
    secret.id,
    id,
    secret.ciphertext,
  ])
  return id
}

/** Ends what an endpoint has pending as if it had been disabled, or deleted, for a moment. */
export async function cancelInPassing(
  shard: number,
  endpointId: string,
  reason: 'endpoint_disabled' | 'endpoint_deleted',
) {
  const column = reason === 'endpoint_deleted' ? 'deleted_at' : 'disabled_at'
  await hotPool().query(`UPDATE endpoint SET ${column} = now() WHERE id = $1`, [endpointId])
  await cancelPending(hotPool(), shard, endpointId, reason)
  await hotPool().query(`UPDATE endpoint SET ${column} = NULL WHERE id = $1`, [endpointId])
}
