import { setTimeout as pause } from 'node:timers/promises'
import { countPending } from '../backlog'
import { Child } from '../child'
import type { ClientTasks } from '../children/client'
import type { ReceiverTasks } from '../children/receiver'
import { type Figure, judged } from '../figure'
import { startProduct } from '../product'
import { EVENT_TYPE, makeBenchStore, sampleObject } from '../store'

const IDLE_MS = 15_000
const MIB = 'MiB'

/** The resident memory of the app's process: idle, and while it accepts and sends as fast as it can. */
export const memory: Figure = {
  name: 'memory',
  title: 'memory of the app',
  async run({ isQuick, say }) {
    say('starting the app')
    const receiver = Child.start<ReceiverTasks>('receiver')
    const client = Child.start<ClientTasks>('client')
    const port = await receiver.ask('listen', null)
    const store = await makeBenchStore(
      Array.from({ length: 5 }, (_, index) => `http://127.0.0.1:${port}/hooks/${index}`),
      { concurrency: 32 },
    )
    const product = await startProduct()
    try {
      say('idle')
      await pause(IDLE_MS)
      const idle = await product.residentMiB()
      const body = JSON.stringify({ type: EVENT_TYPE, data: { object: sampleObject } })
      const target = { url: `${product.url}/api/2025-09/events`, token: store.token, body, connections: 64 }
      say('at full rate')
      const most = product.watchMemory()
      await client.ask('flood', { ...target, seconds: isQuick ? 10 : 60, status: 202 })
      while ((await countPending()) > 0) await pause(500)
      const full = await most()
      const row = (what: string, value: number, limit: number) =>
        judged(what, { value, text: `${Math.round(value)} ${MIB}`, most: limit, target: `≤ ${limit} ${MIB}` })
      return [
        row('resident memory of the app, idle', idle, 250),
        row('resident memory of the app, at full rate', full, 500),
      ]
    } finally {
      await Promise.all([client.stop(), receiver.stop(), product.stop()])
    }
  },
}
