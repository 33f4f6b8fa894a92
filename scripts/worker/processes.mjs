import cluster from 'node:cluster'
import { fileURLToPath } from 'node:url'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
// One that worked for as long was well: its end is the first again.
const WELL_AFTER_MS = 60_000
const END_WITHIN_MS = 19_000

/**
 * Runs as many processes, and a new one for each that ends by itself, after a pause that doubles each time. They share
 * a port where they serve one.
 * @param {{ count: number, apiPort: number | null, print: (line: string) => void }} options
 * @returns {{ stop: () => Promise<void> }} `stop` lets each finish what is in flight, for 19 s at most
 */
export function startProcesses({ count, apiPort, print }) {
  cluster.setupPrimary({
    exec: fileURLToPath(new URL('./process.ts', import.meta.url)),
    args: apiPort === null ? [] : [String(apiPort)],
    execArgv: ['--import', 'tsx'],
  })
  /** @type {Set<import('node:cluster').Worker>} */
  const alive = new Set()
  /** @type {Set<NodeJS.Timeout>} */
  const pauses = new Set()
  let isStopping = false

  /**
   * @param {number} number of the process, from 1
   * @param {number} endsBefore how many times in a row it ended early
   */
  function start(number, endsBefore) {
    const child = cluster.fork()
    const startedAt = performance.now()
    alive.add(child)
    child.on('message', (message) => {
      if (message === 'ready') print(`  process ${number} works (pid ${child.process.pid})`)
    })
    child.on('exit', (code, signal) => {
      alive.delete(child)
      const end = `  process ${number} ended (${signal ?? `exit code ${code}`})`
      if (isStopping) {
        print(end)
        return
      }
      const ends = performance.now() - startedAt > WELL_AFTER_MS ? 0 : endsBefore
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** ends, LONGEST_PAUSE_MS)
      print(`${end}; another one starts in ${pauseMs / 1_000} s`)
      const pause = setTimeout(() => {
        pauses.delete(pause)
        start(number, ends + 1)
      }, pauseMs)
      pauses.add(pause)
    })
  }

  for (let number = 1; number <= count; number++) start(number, 0)

  return {
    async stop() {
      isStopping = true
      for (const pause of pauses) clearTimeout(pause)
      const ended = [...alive].map((child) => new Promise((resolve) => child.once('exit', resolve)))
      for (const child of alive) child.process.kill('SIGTERM')
      const late = setTimeout(() => {
        for (const child of alive) child.process.kill('SIGKILL')
      }, END_WITHIN_MS)
      await Promise.all(ended)
      clearTimeout(late)
    },
  }
}
