import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { root } from '@/scripts/checkout.mjs'
import { freePort } from '@/scripts/postgres-launch.mjs'

const STARTS_WITHIN_MS = 300_000
const POLL_MS = 100
const WATCH_MS = 250

/** The product on the benchmark's database, as `npm start` runs it on a server. */
export type Product = {
  url: string
  /** Resident memory of its process now, in MiB. */
  residentMiB(): Promise<number>
  /** From now until it is called: the most resident memory, in MiB. */
  watchMemory(): () => Promise<number>
  stop(): Promise<void>
}

/** Starts it with the settings of this process and `env`; the first start builds the app. */
export function startProduct(env: Record<string, string> = {}): Promise<Product> {
  return startScript('start.mjs', () => [], env)
}

/** Starts `npm run worker` with its own port for the API. */
export function startWorker(processes: number): Promise<Product> {
  return startScript('worker.mjs', (port) => ['--processes', String(processes), '--api-port', String(port)])
}

async function startScript(
  script: string,
  argsOf: (port: number) => string[],
  env: Record<string, string> = {},
): Promise<Product> {
  const port = await freePort(undefined)
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...argsOf(port)], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilWell(url, child)
  const residentMiB = () => residentMemory(child.pid ?? 0)
  return {
    url,
    residentMiB,
    watchMemory() {
      let most = 0
      const timer = setInterval(async () => {
        most = Math.max(most, await residentMiB().catch(() => 0))
      }, WATCH_MS)
      return async () => {
        clearInterval(timer)
        return Math.max(most, await residentMiB())
      }
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function untilWell(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + STARTS_WITHIN_MS
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error('The product did not start.')
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    await pause(POLL_MS)
  }
  throw new Error('The product took too long to start.')
}

const run = promisify(execFile)

async function residentMemory(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout.trim()) / 1024
}
