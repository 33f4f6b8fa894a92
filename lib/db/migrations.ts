import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Queryable } from './client'

// Any number will do that nobody else takes; not the one that Prisma's own engine locks with.
const LOCK_KEY = 5_309_116_502

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`

type Migration = { name: string; sql: string; checksum: string }

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing of the migrations in `directory`, each in a transaction, and returns their names. It keeps
 * Prisma's own history table, so `prisma migrate deploy` goes on from it; Prisma's engine is a download that not every
 * machine can make. Several processes may call it at once. Throws where an applied migration was edited since.
 */
export async function applyMigrations(databaseUrl: string, directory: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
    await client.query(HISTORY_TABLE)
    const history = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const applied = new Map(history.rows.map((row) => [row.migration_name, row.checksum]))
    const added: string[] = []
    for (const migration of await readMigrations(directory)) {
      const checksum = applied.get(migration.name)
      if (checksum === undefined) {
        await apply(client, migration)
        added.push(migration.name)
      } else if (checksum !== migration.checksum) {
        throw new Error(`The migration ${migration.name} was applied in another form: it must not be edited.`)
      }
    }
    return added
  } finally {
    // Ending the session frees the lock.
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${migration.name} failed and was undone: ${reason}`, { cause: error })
  }
}

/** Whether every migration in `directory` is applied; rejects where the database cannot be reached. */
export async function migrationsAreCurrent(db: Queryable, directory: string): Promise<boolean> {
  const names = (await readdir(directory, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(DISTINCT migration_name)::int AS count FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL AND migration_name = ANY ($1::text[])`,
    [names],
  )
  return rows[0]?.count === names.length
}
