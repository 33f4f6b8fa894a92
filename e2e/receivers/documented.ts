import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('../../docs/receivers/', import.meta.url))
const withoutNetwork = { GOTOOLCHAIN: 'local', GOPROXY: 'off', GOFLAGS: '' }

type Language = {
  label: string
  /** What says whether the language is on this machine. */
  version: [string, ...string[]]
  /** What is run once, before the first start. */
  prepare?: (made: string) => [string, ...string[]][]
  command: (port: number, made: string) => [string, ...string[]]
}

/** The receivers of docs/receivers, by how they are run. */
export const documentedReceivers: readonly Language[] = [
  { label: 'Node.js', version: ['node', '--version'], command: () => ['node', 'receiver.mjs'] },
  { label: 'Python', version: ['python3', '--version'], command: () => ['python3', 'receiver.py'] },
  {
    label: 'Ruby',
    version: ['ruby', '--version'],
    prepare: () => [['ruby', '-cw', 'receiver.rb']],
    command: () => ['ruby', 'receiver.rb'],
  },
  {
    label: 'PHP',
    version: ['php', '--version'],
    prepare: () => [['php', '-l', 'receiver.php']],
    command: (port) => ['php', '-S', `127.0.0.1:${port}`, 'receiver.php'],
  },
  {
    label: 'Go',
    version: ['go', 'version'],
    prepare: (made) => [
      ['go', 'vet', 'receiver.go'],
      ['go', 'build', '-o', join(made, 'receiver'), 'receiver.go'],
    ],
    command: (_, made) => [join(made, 'receiver')],
  },
]

/** A receiver as a reader of the documentation would run it, on a port of this machine. */
export class DocumentedReceiver {
  readonly #language: Language
  readonly #port: number
  readonly #made: string
  #child: ChildProcess | null = null
  /** What it wrote since its first start. */
  output = ''

  private constructor(language: Language, port: number, made: string) {
    this.#language = language
    this.#port = port
    this.#made = made
  }

  static async prepare(language: Language, port: number): Promise<DocumentedReceiver> {
    const made = await mkdtemp(join(tmpdir(), 'shopbell-receiver-'))
    for (const [program, ...rest] of language.prepare?.(made) ?? []) {
      await run(program, rest, { cwd: folder, env: { ...process.env, ...withoutNetwork } })
    }
    return new DocumentedReceiver(language, port, made)
  }

  /** Starts it, or starts it again, with `WEBHOOK_SECRET`; resolves once it answers. */
  async start(secret: string): Promise<void> {
    await this.stop()
    const [program, ...rest] = this.#language.command(this.#port, this.#made)
    const child = spawn(program, rest, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        WEBHOOK_SECRET: secret,
        PORT: String(this.#port),
        TAKEN_FOLDER: join(this.#made, 'taken'),
        PYTHONDONTWRITEBYTECODE: '1',
      },
    })
    this.#child = child
    const keep = (text: string) => {
      this.output += text
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    while (!(await this.#answers())) {
      if (child.exitCode !== null) throw new Error(`The receiver ended: ${this.output}`)
    }
  }

  /** A request of our own; the status and the text that it answers. */
  async post(headers: Record<string, string>, body: string | Buffer): Promise<[number, string]> {
    const response = await fetch(`http://127.0.0.1:${this.#port}/`, {
      method: 'POST',
      headers: { ...headers, connection: 'close' },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    })
    return [response.status, await response.text()]
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  async remove(): Promise<void> {
    await this.stop()
    await rm(this.#made, { recursive: true, force: true })
  }

  async #answers(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.#port}/`).then(
      ({ status }) => status === 405,
      () => new Promise((resolve) => setTimeout(resolve, 50, false)),
    )
  }
}
