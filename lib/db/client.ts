import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { errorText, log } from '@/lib/log'
import { PrismaClient } from './generated/client'

type Database = { prisma: PrismaClient; pool: pg.Pool; hotPool: pg.Pool }

declare global {
  // Next may load this module more than once in a process; the connections are to be shared all the same.
  var shopbellDatabase: Database | undefined
}

function connect(): Database {
  const { DATABASE_URL, DATABASE_CONNECTIONS } = env()
  const shared = {
    connectionString: DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  }
  // PostgreSQL ends what takes too long; where it cannot even say so, since the network is gone, we stop waiting soon after.
  const pool = new pg.Pool({
    ...shared,
    max: DATABASE_CONNECTIONS,
    statement_timeout: 60_000,
    query_timeout: 65_000,
  })
  const hotPool = new pg.Pool({
    ...shared,
    max: DATABASE_CONNECTIONS,
    statement_timeout: 10_000,
    query_timeout: 15_000,
    // A plan cached while a table was empty would scan it forever after.
    options: '-c enable_seqscan=off',
  })
  for (const each of [pool, hotPool]) {
    each.on('error', (error) => {
      if (!each.ending) log.warn('a database connection was lost', { error: errorText(error) })
    })
  }
  return { prisma: new PrismaClient({ adapter: new PrismaPg(pool) }), pool, hotPool }
}

function database(): Database {
  globalThis.shopbellDatabase ??= connect()
  return globalThis.shopbellDatabase
}

/** Prisma, for configuration and what screens read. */
export function prisma(): PrismaClient {
  return database().prisma
}

/** Plain connections, for SQL that screens need and Prisma cannot say. */
export function pool(): pg.Pool {
  return database().pool
}

/** Connections for the hot statements: ingest, claim, record, release. */
export function hotPool(): pg.Pool {
  return database().hotPool
}

/** Ends every connection of this process. */
export async function disconnect(): Promise<void> {
  const existing = globalThis.shopbellDatabase
  globalThis.shopbellDatabase = undefined
  // What was read through them may not be what other ones would read.
  globalThis.shopbellEventCatalogue = undefined
  if (!existing) return
  await existing.prisma.$disconnect()
  await Promise.all([existing.pool.end(), existing.hotPool.end()])
}

export type Queryable = Pick<pg.Pool, 'query'>
