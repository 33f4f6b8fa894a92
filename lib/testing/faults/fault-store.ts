import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { secretRow } from '@/lib/db/endpoint-secrets'
import { newId } from '@/lib/ids'
import { createSecret } from '@/lib/webhooks/secret'

/** Where a store of the fault tests sends, and by which policy it retries. */
const endpoints = [
  { path: '/ok', retryPolicy: 'standard' },
  { path: '/flaky', retryPolicy: 'standard' },
  { path: '/broken', retryPolicy: 'short' },
]

/** Requests that an endpoint may have in flight from one process. */
export const CAP = 8

export type FaultStore = { id: string; shard: number; token: string; endpointIds: Map<string, string> }

/** A store with these endpoints and a token for its API. */
export async function makeFaultStore(
  db: pg.Pool,
  urlOf: (path: string) => string,
  timeoutMs: number,
): Promise<FaultStore> {
  const id = newId()
  const shard = 7
  await db.query(
    `INSERT INTO store (id, shard, slug, name, time_zone) VALUES ($1, $2, 'faults', 'Faults', 'UTC')`,
    [id, shard],
  )
  const endpointIds = new Map<string, string>()
  for (const [index, { path, retryPolicy }] of endpoints.entries()) {
    const endpointId = newId()
    endpointIds.set(path, endpointId)
    await db.query(
      `INSERT INTO endpoint (id, number, store_id, name, url, api_version, event_types, retry_policy, concurrency, timeout_ms, creator)
       VALUES ($1, $2, $3, $4, $5, '2025-09', '{order.created}', $6, $7, $8, 'test')`,
      [endpointId, index + 1, id, path, urlOf(path), retryPolicy, CAP, timeoutMs],
    )
    const secret = secretRow(createSecret())
    await db.query('INSERT INTO endpoint_secret (id, endpoint_id, ciphertext) VALUES ($1, $2, $3)', [
      secret.id,
      endpointId,
      secret.ciphertext,
    ])
  }
  return { id, shard, token: await makeToken(db, id), endpointIds }
}

async function makeToken(db: pg.Pool, storeId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await db.query(
    `INSERT INTO api_token (id, store_id, name, prefix, token_hash, last_four, scopes)
     VALUES ($1, $2, 'Faults', 'faults0000', $3, $4, '{events:write,deliveries:write,deliveries:read}')`,
    [newId(), storeId, createHash('sha256').update(secret).digest(), secret.slice(-4)],
  )
  return `shb_faults0000_${secret}`
}
