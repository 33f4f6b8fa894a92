import { AppProcess } from './app-process'
import { DatabaseProxy } from './database-proxy'

/** A process under test with its own way to the database. */
export class App {
  readonly process: AppProcess
  readonly database: DatabaseProxy

  private constructor(process: AppProcess, database: DatabaseProxy) {
    this.process = process
    this.database = database
  }

  static async start(
    settings: Record<string, string> & { DATABASE_URL: string },
    leaseSlackMs: number | null,
  ): Promise<App> {
    const database = await DatabaseProxy.start(settings.DATABASE_URL)
    const process = await AppProcess.start({ ...settings, DATABASE_URL: database.url }, leaseSlackMs)
    return new App(process, database)
  }

  /** kill -9, and the end of its connections. */
  async kill(): Promise<void> {
    await this.process.kill()
    await this.database.close()
  }
}
