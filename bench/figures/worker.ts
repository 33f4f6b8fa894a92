import { Child } from '../child'
import type { ClientTasks } from '../children/client'
import { type Figure, judged } from '../figure'
import { spread } from '../percentile'
import { startWorker } from '../product'
import { EVENT_TYPE, makeBenchStore, sampleObject } from '../store'

const CONNECTIONS = 64
const PROCESSES = 2

/** How fast the API without Next accepts single events. Of a store without endpoints, since workers always send. */
export const worker: Figure = {
  name: 'worker',
  title: 'accepting events without Next',
  async run({ isQuick, say }) {
    const store = await makeBenchStore([])
    say('starting the worker')
    const product = await startWorker(PROCESSES)
    const client = Child.start<ClientTasks>('client')
    try {
      const body = JSON.stringify({ type: EVENT_TYPE, data: { object: sampleObject } })
      const url = `${product.url}/api/2025-09/events`
      const target = { url, token: store.token, body, connections: CONNECTIONS, status: 202 }
      say('warming up')
      await client.ask('flood', { ...target, seconds: 2 })
      say('single events')
      const { perSecond, durations } = await client.ask('flood', { ...target, seconds: isQuick ? 5 : 30 })
      return [
        judged(
          'accepted events per second without Next, single',
          { value: perSecond, text: `${Math.round(perSecond)}/s`, least: 4_000, target: '≥ 4,000/s' },
          spread(durations),
        ),
      ]
    } finally {
      await Promise.all([client.stop(), product.stop()])
    }
  },
}
