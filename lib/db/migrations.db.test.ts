import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { findSchemaDrift } from '@/lib/testing/schema-drift'
import { applyMigrations, migrationsAreCurrent } from './migrations'

const MIGRATIONS = join(process.cwd(), 'prisma/migrations')
const names = readdirSync(MIGRATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

describe('migrations', () => {
  let name: string
  let url: string
  let copy: string

  beforeEach(async () => {
    name = `migrations_${randomUUID().replaceAll('-', '')}`
    await admin(`CREATE DATABASE ${name}`)
    const target = new URL(inject('databaseUrl'))
    target.pathname = `/${name}`
    url = target.href
    copy = mkdtempSync(join(tmpdir(), 'shopbell-migrations-'))
    cpSync(MIGRATIONS, copy, { recursive: true })
  })

  afterEach(async () => {
    await admin(`DROP DATABASE ${name} WITH (FORCE)`)
    rmSync(copy, { recursive: true })
  })

  it('are applied once, also by three processes at a time', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(url, MIGRATIONS)))
    expect(applied.flat().sort()).toEqual(names)
    expect(await applyMigrations(url, MIGRATIONS)).toEqual([])
  })

  it('make what schema.prisma says', async () => {
    await applyMigrations(url, MIGRATIONS)
    const schema = readFileSync('prisma/schema.prisma', 'utf8')
    expect(await findSchemaDrift(url, schema)).toBe('')
    const other = schema.replace('model Sender {', 'model Sender {\n  planted String?')
    expect(await findSchemaDrift(url, other)).toContain('ADD COLUMN     "planted" TEXT')
  })

  it('must not be edited once they are applied', async () => {
    await applyMigrations(url, MIGRATIONS)
    const [first = ''] = names
    writeFileSync(join(copy, first, 'migration.sql'), 'SELECT 1;')
    await expect(applyMigrations(url, copy)).rejects.toThrow(`${first} was applied in another form`)
  })

  it('are undone as a whole where one fails', async () => {
    mkdirSync(join(copy, '99990101000000_broken'))
    writeFileSync(
      join(copy, '99990101000000_broken', 'migration.sql'),
      'CREATE TABLE half_done (id int); SELECT * FROM nowhere;',
    )
    await expect(applyMigrations(url, copy)).rejects.toThrow('99990101000000_broken failed and was undone')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query(`SELECT to_regclass('half_done') AS made`)
    expect(rows).toEqual([{ made: null }])
    expect(await migrationsAreCurrent(client, MIGRATIONS)).toBe(true)
    expect(await migrationsAreCurrent(client, copy)).toBe(false)
    await client.end()
  })
})

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(sql)
  await client.end()
}
