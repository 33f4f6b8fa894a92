import pg from 'pg'
import { hotPool } from '@/lib/db/client'
import { env } from '@/lib/env'
import { errorText, log } from '@/lib/log'

const CHANNEL = 'shopbell_due'
const DEBOUNCE_MS = 5
const RECONNECT_MS = 2_000

const waiting = new Set<number>()

/**
 * Tells the senders of other processes that a shard has something due: debounced, on a connection of its own, never
 * inside the transaction that made it, since NOTIFY holds one lock for all of PostgreSQL until its commit. Only a
 * hint: senders look by themselves each second.
 */
export function notifyDue(shard: number): void {
  if (waiting.size === 0) setTimeout(notify, DEBOUNCE_MS)
  waiting.add(shard)
}

function notify(): void {
  const shards = [...waiting]
  waiting.clear()
  hotPool()
    .query('SELECT pg_notify($1, shard::text) FROM unnest($2::int[]) AS due(shard)', [CHANNEL, shards])
    .catch((error: unknown) => log.warn('senders could not be notified', { error: errorText(error) }))
}

/** Calls `onDue` with each shard that someone notified. Connects again after a loss, until it is stopped. */
export function listenForDue(onDue: (shard: number) => void): { stop(): Promise<void> } {
  let isStopped = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true })
    client = next
    next.on('notification', ({ payload }) => onDue(Number(payload)))
    next.on('error', () => reconnectLater(next))
    next.on('end', () => reconnectLater(next))
    await next.connect()
    await next.query(`LISTEN ${CHANNEL}`)
  }

  function reconnectLater(lost: pg.Client): void {
    if (isStopped || client !== lost) return
    client = undefined
    lost.end().catch(() => {})
    retry = setTimeout(() => void connect().catch(() => client && reconnectLater(client)), RECONNECT_MS)
    retry.unref()
  }

  void connect().catch(() => client && reconnectLater(client))
  return {
    async stop() {
      isStopped = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
