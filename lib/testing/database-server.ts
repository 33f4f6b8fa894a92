import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { writeEventTypeNames } from '@/lib/db/event-type-names'
import { applyMigrations } from '@/lib/db/migrations'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import {
  interruptEmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '@/scripts/embedded-postgres.mjs'
import { makeTemporaryFolder } from './temporary-folder'

const TEMPLATE = 'shopbell_test_template'

/** Starts a PostgreSQL for the tests, or takes that of TEST_DATABASE_URL, and migrates the template they clone. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideDatabase(project, 32)
}

/** The same with partitions from so many days ago: each makes a clone slower. */
export async function provideDatabase(project: TestProject, daysBack: number): Promise<() => Promise<void>> {
  const server = await startServer()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()

  const templateUrl = new URL(server.url)
  templateUrl.pathname = `/${TEMPLATE}`
  await applyMigrations(templateUrl.href, join(project.config.root, 'prisma/migrations'))
  const template = new pg.Client({ connectionString: templateUrl.href })
  await template.connect()
  await template.query('SELECT ensure_partitions(current_date - $1::int, current_date + 7)', [daysBack])
  await writeEventTypeNames(
    template,
    eventTypes.map((type) => type.name),
  )
  await template.end()

  project.provide('databaseUrl', server.url)
  project.provide('templateDatabase', TEMPLATE)
  return server.stop
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const directory = await makeTemporaryFolder('test', 'postgres')
  const dataDir = join(directory, 'postgres')
  const stop = async () => {
    await removeEmbeddedPostgres(dataDir)
    await rm(directory, { recursive: true, force: true })
  }
  // It has a session of its own, and would outlive tests that are ended early.
  process.once('SIGTERM', () => void stop().finally(() => process.exit(1)))
  process.on('exit', () => interruptEmbeddedPostgres(dataDir))
  const { url } = await startEmbeddedPostgres({ dataDir })
  return { url, stop }
}
