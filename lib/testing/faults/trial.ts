import pg from 'pg'
import { expect } from 'vitest'
import { findBrokenInvariants } from '../invariants'
import { App } from './app'
import { appSettings } from './app-settings'
import { drawBalance } from './balance'
import { Client } from './client'
import { CountingReceiver } from './counting-receiver'
import { CAP, type FaultStore, makeFaultStore } from './fault-store'
import { addToReport } from './report'
import { leaseSlackMs } from './scale'
import { until } from './until'

/** One database with a store, its receiver, its client and the processes under test, and the judgement at the end. */
export class Trial {
  readonly db: pg.Pool
  readonly store: FaultStore
  readonly receiver: CountingReceiver
  readonly client: Client
  /** What counts in the summary as one fault; a test adds to it. */
  times = 0
  readonly #url: string
  readonly #fault: string
  readonly #apps = new Set<App>()
  readonly #senders = new WeakSet<App>()
  readonly #beganAt = performance.now()
  #mostSenders = 0

  private constructor(
    url: string,
    fault: string,
    db: pg.Pool,
    store: FaultStore,
    receiver: CountingReceiver,
  ) {
    this.#url = url
    this.#fault = fault
    this.db = db
    this.store = store
    this.receiver = receiver
    this.client = new Client(store.token, () => this.apps)
  }

  /** `databaseUrl` is that of a migrated database without any row; `timeoutMs` the endpoints' time limit. */
  static async create(databaseUrl: string, fault: string, timeoutMs = 1_000): Promise<Trial> {
    Object.assign(process.env, appSettings, { DATABASE_URL: databaseUrl })
    const db = new pg.Pool({ connectionString: databaseUrl, max: 4 })
    // It is there again when it is asked the next time.
    db.on('error', () => {})
    const receiver = await CountingReceiver.start()
    const store = await makeFaultStore(db, (path) => receiver.urlOf(path), timeoutMs)
    return new Trial(databaseUrl, fault, db, store, receiver)
  }

  /** The processes that were started and not killed. */
  get apps(): App[] {
    return [...this.#apps].filter((app) => app.process.isAlive)
  }

  async startApp(settings: Record<string, string> = {}, slackMs = leaseSlackMs): Promise<App> {
    const app = await App.start({ ...appSettings, ...settings, DATABASE_URL: this.#url }, slackMs)
    this.#apps.add(app)
    if (settings.DRAIN !== 'off') this.#senders.add(app)
    const senders = this.apps.filter((each) => this.#senders.has(each))
    this.#mostSenders = Math.max(this.#mostSenders, senders.length)
    return app
  }

  /** Kills a process; a fault. */
  async kill(app: App): Promise<void> {
    this.times++
    await app.kill()
    this.#apps.delete(app)
  }

  /** Waits until nothing is left that will be sent within the hour. */
  async settle(): Promise<void> {
    const isSent = async () =>
      (await this.count(`leased_until IS NOT NULL OR due_at < now() + interval '1 hour'`)) === 0
    await until('everything was sent', isSent, {
      explain: async () => {
        const { rows } = await this.db.query(
          `SELECT event_type, attempts, claims, due_at - now() AS due_in, leased_until - now() AS leased_for, last_error
           FROM pending_delivery LIMIT 3`,
        )
        return `${JSON.stringify(rows)}\n${this.apps.map((app) => app.process.log).join('\n')}`
      },
    })
  }

  /** How many pending deliveries match. */
  async count(where: string): Promise<number> {
    const { rows } = await this.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pending_delivery WHERE ${where}`,
    )
    return rows[0]?.count ?? 0
  }

  /** How many attempts match. */
  async countAttempts(where: string): Promise<number> {
    const { rows } = await this.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM attempt WHERE ${where}`,
    )
    return rows[0]?.count ?? 0
  }

  /** The invariants of the engine, by SQL. */
  async expectInvariants(): Promise<void> {
    expect(await findBrokenInvariants(this.db)).toEqual([])
  }

  /** Compares the books and adds them to the summary; whatever the fault was, nothing is lost. */
  async judge(): Promise<void> {
    const { accepted } = this.client
    const balance = await drawBalance(this.db, accepted, this.store.endpointIds, this.receiver)
    addToReport({
      fault: this.#fault,
      times: this.times,
      tookMs: performance.now() - this.#beganAt,
      ...balance,
    })
    expect(balance.lost, 'accepted, but neither on record nor delivered').toBe(0)
    expect(this.receiver.changedBodies, 'a repeat has the same bytes').toEqual([])
    const { rows } = await this.db.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM event WHERE NOT is_test',
    )
    expect(rows[0]?.count, 'each key made one event, however often it was sent').toBe(accepted.size)
    for (const [path, most] of this.receiver.mostOpen) {
      expect(most, `requests in flight to ${path}`).toBeLessThanOrEqual(CAP * this.#mostSenders)
    }
    await this.expectInvariants()
  }

  /** Ends all that it began, whatever became of the test. */
  async end(): Promise<void> {
    for (const app of this.#apps) await app.kill()
    await this.receiver.close()
    await this.db.end()
  }
}
