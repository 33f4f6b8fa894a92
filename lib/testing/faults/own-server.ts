import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { applyMigrations } from '@/lib/db/migrations'
import { root } from '@/scripts/checkout.mjs'
import {
  type EmbeddedPostgres,
  interruptEmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '@/scripts/embedded-postgres.mjs'
import { atExit } from './at-exit'

/** A PostgreSQL that a test may break, with a migrated database. */
export class OwnServer {
  readonly #dataDir: string
  readonly #settings: Record<string, string>
  #server: EmbeddedPostgres

  private constructor(dataDir: string, settings: Record<string, string>, server: EmbeddedPostgres) {
    this.#dataDir = dataDir
    this.#settings = settings
    this.#server = server
  }

  /** Makes one in `folder`, which the server's user must be able to enter. */
  static async create(folder: string, settings: Record<string, string> = {}): Promise<OwnServer> {
    const dataDir = join(folder, 'postgres')
    // It has a session of its own, and would outlive tests that are ended early.
    atExit(() => interruptEmbeddedPostgres(dataDir))
    const server = await startEmbeddedPostgres({ dataDir, settings })
    await applyMigrations(server.url, join(root, 'prisma', 'migrations'))
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client
      .query('SELECT ensure_partitions(current_date - 1, current_date + 7)')
      .finally(() => client.end())
    return new OwnServer(dataDir, settings, server)
  }

  get url(): string {
    return this.#server.url
  }

  /** What `pg_ctl stop -m immediate` does: all its processes quit without a checkpoint. Resolves when it is gone. */
  async crash(): Promise<void> {
    process.kill(this.#server.pid, 'SIGQUIT')
    await this.#server.exited
  }

  /** Starts it again on the same port, or leaves it be if it runs. */
  async start(): Promise<void> {
    this.#server = await startEmbeddedPostgres({
      dataDir: this.#dataDir,
      settings: this.#settings,
      samePort: true,
    })
  }

  async remove(): Promise<void> {
    await removeEmbeddedPostgres(this.#dataDir)
    await rm(this.#dataDir, { recursive: true, force: true })
  }
}
