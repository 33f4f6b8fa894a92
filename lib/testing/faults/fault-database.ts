import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A migrated database of its own, on the server that all tests share. */
export async function makeDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `faults_${randomUUID().replaceAll('-', '')}`
  const server = inject('databaseUrl')
  await ask(server, `CREATE DATABASE ${name} TEMPLATE ${inject('templateDatabase')}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => ask(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
