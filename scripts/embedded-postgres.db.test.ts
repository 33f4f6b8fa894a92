import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findEmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.mjs'

let folder: string
let dataDir: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopbell-postgres-'))
  // Under root, PostgreSQL runs as another user, who is to get in.
  await chmod(folder, 0o755)
  dataDir = join(folder, 'postgres')
})

afterEach(async () => {
  await removeEmbeddedPostgres(dataDir)
  await rm(folder, { recursive: true, force: true })
})

const start = () => startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } })

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that is killed ends the connection besides failing the query.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

describe('startEmbeddedPostgres', () => {
  it('makes the data folder, and starts on the same data and port again', async () => {
    const first = await start()
    const settings = `SELECT current_database(), current_setting('server_encoding'), current_setting('TimeZone')`
    expect(await query(first.url, settings)).toEqual(['shopbell', 'UTF8', 'UTC'])
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS x')
    await first.stop()
    expect(findEmbeddedPostgres(dataDir)).toBeNull()
    const second = await start()
    expect(second).toMatchObject({ url: first.url, adopted: false })
    expect(await query(second.url, 'SELECT x FROM kept')).toEqual([1])
  })

  it('asks for the password', async () => {
    const { url } = await start()
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
  })

  it('adopts a server that is alive on the folder', async () => {
    const first = await start()
    const second = await start()
    expect(second).toMatchObject({ pid: first.pid, url: first.url, adopted: true })
    await second.stop()
    await first.exited
    await second.exited
  })

  it('starts again after a kill -9 of the postmaster that left a busy backend', async () => {
    const first = await start()
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS x')
    const busy = query(first.url, 'SELECT count(*) FROM generate_series(1, 1e11::bigint)').catch(String)
    await expect
      .poll(() =>
        query(
          first.url,
          `SELECT count(*)::int FROM pg_stat_activity WHERE query LIKE '%1e11%' AND state = 'active'`,
        ),
      )
      .toEqual([2])
    process.kill(first.pid, 'SIGKILL')
    await first.exited
    const second = await startEmbeddedPostgres({ dataDir, samePort: true })
    expect(second).toMatchObject({ url: first.url, adopted: false })
    expect(await query(second.url, 'SELECT x FROM kept')).toEqual([1])
    expect(await busy).toContain('terminated')
  })

  it('starts although the number in its pid file belongs to another process now', async () => {
    const first = await start()
    const file = join(dataDir, 'postmaster.pid')
    const lines = await readFile(file, 'utf8')
    await first.stop()
    await writeFile(file, lines.replace(/^\d+/, String(process.ppid)))
    expect(findEmbeddedPostgres(dataDir)).toBeNull()
    expect(await start()).toMatchObject({ adopted: false })
  })

  it('begins anew after an interrupted making of the folder', async () => {
    await mkdir(`${dataDir}.new-1`, { recursive: true })
    await writeFile(join(`${dataDir}.new-1`, 'PG_VERSION'), '18\n')
    await writeFile(`${dataDir}.new-1.password`, 'x')
    const { url } = await start()
    expect(await query(url, 'SELECT 1')).toEqual([1])
    expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.log'])
  })

  it('refuses a folder that holds something else', async () => {
    await mkdir(dataDir)
    await writeFile(join(dataDir, 'letter.txt'), 'Dear')
    await expect(start()).rejects.toThrow('holds something other than a database')
    expect(await readdir(dataDir)).toEqual(['letter.txt'])
  })
})
