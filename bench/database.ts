import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { makeTemporaryFolder } from '@/lib/testing/temporary-folder'
import { root } from '@/scripts/checkout.mjs'
import {
  interruptEmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '@/scripts/embedded-postgres.mjs'

/** A fresh, migrated database for the benchmark alone. */
export type BenchDatabase = {
  url: string
  /** Of the server, where this machine runs it for us; null for a given one. */
  postmasterPid: number | null
  version: string
  remove(): Promise<void>
}

/** Makes a database on the server of `DATABASE_URL`, or on an embedded one in a temporary folder, and points `env()` at it. */
export async function makeBenchDatabase(): Promise<BenchDatabase> {
  const server = await findServer()
  const name = `shopbell_bench_${randomBytes(6).toString('hex')}`
  await ask(server.url, `CREATE DATABASE ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  Object.assign(process.env, {
    DATABASE_URL: url.href,
    SHOPBELL_MODE: 'server',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    CRON_SECRET: randomBytes(32).toString('base64'),
    WEBHOOK_ALLOWED_CIDRS: '127.0.0.0/8',
    // One token makes all requests; how fast the product is, not how it limits, is measured.
    API_RATE_LIMIT: '0',
  })
  const { applyMigrations } = await import('@/lib/db/migrations')
  await applyMigrations(url.href, join(root, 'prisma', 'migrations'))
  await ask(url.href, `SELECT ensure_partitions(current_date - 32, current_date + 7)`)
  const [row] = await ask(url.href, `SELECT current_setting('server_version') AS version`)
  return {
    url: url.href,
    postmasterPid: server.pid,
    version: String(row?.version),
    async remove() {
      await ask(server.url, `DROP DATABASE ${name} WITH (FORCE)`)
      await server.stop()
    },
  }
}

async function findServer(): Promise<{ url: string; pid: number | null; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, pid: null, stop: async () => {} }
  const folder = await makeTemporaryFolder('bench', 'postgres')
  const dataDir = join(folder, 'postgres')
  process.on('exit', () => interruptEmbeddedPostgres(dataDir))
  const { url, pid } = await startEmbeddedPostgres({ dataDir })
  return {
    url,
    pid,
    async stop() {
      await removeEmbeddedPostgres(dataDir)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
