import { hotPool, pool, prisma, type Queryable } from '@/lib/db/client'
import { getEndpointConfigs } from '@/lib/db/endpoint-configs'
import { signingSecrets } from '@/lib/db/endpoint-secrets'
import { createEndpoint, listEndpoints } from '@/lib/db/endpoints'
import { ensurePartitions } from '@/lib/db/partitions'
import { findStoreBySlug } from '@/lib/db/stores'
import { retryPolicies } from '@/lib/env'
import { createStore } from '@/lib/operations/stores'
import { createUser } from '@/lib/operations/users'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import { createSecret } from '@/lib/webhooks/secret'
import { DEMO_TIME_ZONE } from './calendar'
import { type DemoEndpoint, demoEndpoints } from './demo-endpoints'
import { demoCredentials, demoUsers } from './demo-users'
import { createRandom } from './random'
import { moveReceivers, receiverUrl } from './receiver-urls'
import { HISTORY_DAYS, recordHistory } from './record-history'
import { DEMO_SLUG, UNFINISHED_SLUG } from './slugs'

const NAME = 'Nordlicht Storage'
const SEED = 20_250_901

/** What the making of the demo store needs: where sign-ins go, the app's port, the time (Unix ms), a listener. */
export type DemoSettings = { folder: string; port: number; now: number; say: (line: string) => void }

/**
 * Makes the demo store with its users, endpoints and 30 days of history up to `now` (Unix ms). Interrupted anywhere, it
 * is made whole by the next call: each step finds what is there, and the history comes in one transaction, of which
 * the store's final slug is a part. The sign-ins are in `demo-credentials.json` in `folder`.
 */
export async function createDemoStore({ folder, port, now, say }: DemoSettings): Promise<void> {
  say('making the demo store')
  const credentials = await demoCredentials(folder)
  const store =
    (await findStoreBySlug(UNFINISHED_SLUG)) ??
    (await createStore({ name: NAME, slug: UNFINISHED_SLUG, timeZone: DEMO_TIME_ZONE }))
  const actors = new Map<string, string>()
  for (const user of demoUsers) {
    const password = credentials.find(({ email }) => email === user.email)?.password ?? ''
    const { id } = await createUser(store.id, { ...user, password })
    actors.set(user.role, `user:${id}`)
  }

  const planned = demoEndpoints(now)
  await ensureEndpoints(store.id, planned, port, actors.get('admin') ?? '')
  await moveReceivers(store.id, port)
  const endpoints = await storedEndpoints(store.id, planned, now)

  say('making up 30 days of deliveries')
  // Its days begin at other times than those of UTC.
  await ensurePartitions(pool(), HISTORY_DAYS + 1)
  await inTransaction(async (db) => {
    const { rowCount } = await db.query('UPDATE store SET slug = $2 WHERE id = $1 AND slug = $3', [
      store.id,
      DEMO_SLUG,
      UNFINISHED_SLUG,
    ])
    // Another process was faster: this waited for it.
    if (rowCount === 0) return
    await recordHistory(db, store, endpoints, {
      storeId: store.id,
      timeZone: store.timeZone,
      resender: actors.get('support') ?? '',
      now,
      retryPolicies: retryPolicies(),
      random: createRandom(SEED),
    })
  })
}

async function inTransaction(work: (db: Queryable) => Promise<void>): Promise<void> {
  const connection = await hotPool().connect()
  let isLost = true
  // What goes wrong with the connection, the query under way tells.
  const ignore = () => {}
  connection.on('error', ignore)
  try {
    await connection.query('BEGIN')
    await work(connection)
    await connection.query('COMMIT')
    isLost = false
  } finally {
    connection.off('error', ignore)
    // Closing it undoes what was not committed.
    connection.release(isLost)
  }
}

async function ensureEndpoints(
  storeId: string,
  planned: readonly DemoEndpoint[],
  port: number,
  creator: string,
): Promise<void> {
  const existing = await prisma().endpoint.findMany({ where: { storeId }, select: { name: true } })
  // The list shows the newest first.
  for (const { name, description, behaviour, eventTypes, retryPolicy } of planned.toReversed()) {
    if (existing.some((each) => each.name === name)) continue
    const endpoint = {
      storeId,
      name,
      description,
      url: receiverUrl(port, behaviour),
      apiVersion: defaultApiVersion,
      eventTypes: [...eventTypes],
      retryPolicy,
      metadata: {},
      creator,
    }
    await createEndpoint(endpoint, createSecret(), planned.length, async () => {})
  }
}

async function storedEndpoints(storeId: string, planned: readonly DemoEndpoint[], now: number) {
  const rows = await listEndpoints(storeId, { limit: planned.length, after: null })
  const configs = await getEndpointConfigs(rows.map(({ id }) => id))
  return planned.flatMap((endpoint) => {
    const row = rows.find(({ name }) => name === endpoint.name)
    const config = row && configs.get(row.id)
    if (!config?.url) return []
    return [
      { ...endpoint, id: config.id, url: config.url, secrets: signingSecrets(config.secrets, new Date(now)) },
    ]
  })
}
