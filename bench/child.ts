import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What a child process can be asked to do: each takes one value and answers with another, both as JSON. */
export type Tasks = Record<string, (input: never) => unknown>

type Input<Task> = Task extends (input: infer Value) => unknown ? Value : never
type Output<Task> = Task extends (input: never) => infer Value ? Awaited<Value> : never

/** A process of the benchmark beside this one, with a clock, a heap and a core of its own. */
export class Child<Kind extends Tasks> {
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, { resolve(json: string): void; reject(error: Error): void }>()
  #asked = 0

  private constructor(process: ChildProcess) {
    this.#process = process
    process.on('message', (message: { id: number; json?: string; error?: string }) => {
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.error !== undefined) waiting?.reject(new Error(message.error))
      else waiting?.resolve(message.json ?? 'null')
    })
    process.on('exit', (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`A child ended: ${signal ?? code}`))
    })
  }

  /** Starts `children/<name>.ts`. */
  static start<Kind extends Tasks>(name: string, env: Record<string, string> = {}): Child<Kind> {
    const file = fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url))
    return new Child<Kind>(
      fork(file, {
        execArgv: ['--import', 'tsx', ...profiling()],
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      }),
    )
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  async ask<Name extends keyof Kind & string>(
    name: Name,
    input: Input<Kind[Name]>,
  ): Promise<Output<Kind[Name]>> {
    const id = ++this.#asked
    const json = new Promise<string>((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    this.#process.send({ id, name, input })
    return JSON.parse(await json)
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGTERM')
    await ended
  }
}

/** With BENCH_PROFILE, each child leaves a CPU profile in that folder. */
function profiling(): string[] {
  const folder = process.env.BENCH_PROFILE
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}
