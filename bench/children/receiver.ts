import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { portOf } from '@/lib/testing/raw-receiver'
import { answerParent } from '../answer-parent'

/** An arrival on the machine's monotonic clock, in nanoseconds as text. */
type Arrival = { id: string; path: string; at: number }

// `/hang/<ms>` answers so late, `/status/<code>` with that; everything else 200 at once. Bodies are read and thrown away.
let arrivals: Arrival[] = []
let isNoting = false
let count = 0

const server = createServer((request, response) => {
  count++
  const { url = '/' } = request
  if (isNoting) {
    const id = request.headers['webhook-id']
    if (typeof id === 'string') arrivals.push({ id, path: url, at: monotonicMs() })
  }
  const delayMs = Number(/^\/hang\/(\d+)/.exec(url)?.[1] ?? 0)
  response.statusCode = Number(/^\/status\/(\d+)/.exec(url)?.[1] ?? 200)
  request.resume()
  request.on('end', () => {
    if (delayMs === 0) response.end('ok')
    else setTimeout(() => response.end('ok'), delayMs)
  })
})
server.keepAliveTimeout = 65_000

/** The same clock in every process of a machine, unlike performance.now(). */
function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

const tasks = {
  async listen() {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return portOf(server)
  },
  count: () => count,
  note(on: boolean) {
    isNoting = on
    arrivals = []
  },
  /** Waits until this many arrived below a path since `note`, or none came for two seconds. */
  async settle({ expected, path }: { expected: number; path: string }) {
    const count = () => arrivals.filter((arrival) => arrival.path.startsWith(path)).length
    let before = -1
    while (count() < expected && count() > before) {
      before = count()
      await pause(2_000)
    }
  },
  arrivals() {
    const noted = arrivals
    arrivals = []
    return noted
  },
}

export type ReceiverTasks = typeof tasks

answerParent(tasks)
