import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { root } from '@/scripts/checkout.mjs'
import { appBundle } from './app-bundle'
import type { FromApp, ToApp } from './app-messages'
import { atExit } from './at-exit'
import { isFull } from './scale'

const LOG_LENGTH = 4_000
/** Loaded and waiting, so that one is at hand when another was killed; not worth it where few are. */
const SPARES = isFull ? 2 : 0

const alive = new Set<ChildProcess>()
const spares: AppProcess[] = []

// A stopped process would not even notice that we are gone.
atExit(() => {
  for (const child of alive) child.kill('SIGKILL')
})

/** A process under test; see app-child.ts. */
export class AppProcess {
  readonly #child: ChildProcess
  readonly #loaded: Promise<FromApp>
  #log = ''
  /** Where it serves the API, once it does. */
  url = ''

  private constructor() {
    this.#child = fork(appBundle, {
      cwd: root,
      execArgv: [],
      // Not what a test runner sets for itself.
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: process.env.TMPDIR,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    alive.add(this.#child)
    this.#child.once('exit', () => alive.delete(this.#child))
    this.#child.on('error', () => {})
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#log = (this.#log + text).slice(-LOG_LENGTH)
    })
    this.#loaded = this.#heard('loaded')
    // Whoever needs it hears of the failure.
    this.#loaded.catch(() => {})
  }

  /** One that works with these settings. */
  static async start(settings: Record<string, string>, leaseSlackMs: number | null): Promise<AppProcess> {
    const app = spares.shift() ?? new AppProcess()
    while (spares.length < SPARES) spares.push(new AppProcess())
    await app.#loaded
    const begun = app.#heard('begun')
    app.#tell({ kind: 'begin', settings, leaseSlackMs })
    const message = await begun
    if (message.kind === 'begun') app.url = `http://127.0.0.1:${message.port}`
    return app
  }

  /** Ends those that wait. */
  static async endSpares(): Promise<void> {
    await Promise.all(spares.splice(0).map((spare) => spare.kill()))
  }

  /** The end of what it wrote on standard error. */
  get log(): string {
    return this.#log
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** kill -9, at once; resolves when it is gone. */
  async kill(): Promise<void> {
    if (!this.isAlive) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
  }

  /** SIGSTOP: it does nothing at all, until `resume`. */
  suspend(): void {
    this.#child.kill('SIGSTOP')
  }

  resume(): void {
    this.#child.kill('SIGCONT')
  }

  /** Its clock shows that much more than the machine's from now on. */
  async jumpClock(byMs: number): Promise<void> {
    const jumped = this.#heard('jumped')
    this.#tell({ kind: 'jump', byMs })
    await jumped
  }

  #tell(message: ToApp): void {
    this.#child.send(message)
  }

  #heard(kind: FromApp['kind']): Promise<FromApp> {
    const child = this.#child
    return new Promise((resolve, reject) => {
      const onMessage = (message: FromApp) => {
        if (message.kind !== kind) return
        child.off('message', onMessage).off('exit', onExit)
        resolve(message)
      }
      const onExit = () => reject(new Error(`A process under test ended.\n${this.#log}`))
      child.on('message', onMessage).once('exit', onExit)
    })
  }
}
