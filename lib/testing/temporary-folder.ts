import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findEmbeddedPostgres, removeEmbeddedPostgres } from '@/scripts/embedded-postgres.mjs'

const ABANDONED_AFTER_MS = 60 * 60 * 1000

/**
 * A folder of its own for a PostgreSQL of the tests, at `path` in it. Those of the same name that runs left behind when they
 * were ended early are removed.
 */
export async function makeTemporaryFolder(name: string, path: string): Promise<string> {
  const prefix = `shopbell-${name}-`
  const names = (await readdir(tmpdir())).filter((entry) => entry.startsWith(prefix))
  for (const entry of names) {
    // One may go while we look, or be another user's.
    await removeAbandoned(join(tmpdir(), entry), path).catch(() => {})
  }
  const folder = await mkdtemp(join(tmpdir(), prefix))
  // Under root PostgreSQL is another user, who has to get in.
  await chmod(folder, 0o755)
  return folder
}

async function removeAbandoned(folder: string, path: string): Promise<void> {
  const { mtimeMs } = await stat(folder)
  const dataDir = join(folder, path)
  if (Date.now() - mtimeMs < ABANDONED_AFTER_MS || findEmbeddedPostgres(dataDir)) return
  await removeEmbeddedPostgres(dataDir)
  await rm(folder, { recursive: true, force: true })
}
