import { countPending } from '../backlog'
import { Child } from '../child'
import type { ClientTasks } from '../children/client'
import type { ReceiverTasks } from '../children/receiver'
import { type Figure, judged } from '../figure'
import { percentile } from '../percentile'
import { startProduct } from '../product'
import { EVENT_TYPE, makeBenchStore, sampleObject } from '../store'

const PER_SECOND = 100
const ROUND_SECONDS = 60

/** An hour of mixed load: healthy endpoints, slow ones, and ones that fail. Only where it is asked for by name. */
export const soak: Figure = {
  name: 'soak',
  title: 'an hour of mixed load',
  async run({ isQuick, say }) {
    const rounds = isQuick ? 3 : 60
    const receiver = Child.start<ReceiverTasks>('receiver')
    const client = Child.start<ClientTasks>('client')
    const port = await receiver.ask('listen', null)
    const paths = ['ok/1', 'ok/2', 'ok/3', 'hang/300', 'hang/3000', 'status/500', 'status/429', 'status/404']
    const store = await makeBenchStore(paths.map((path) => `http://127.0.0.1:${port}/${path}`))
    // With the standard schedule, failures would pile up for days.
    const product = await startProduct({ RETRY_STANDARD: '5s,20s,60s' })
    try {
      const body = JSON.stringify({ type: EVENT_TYPE, data: { object: sampleObject } })
      const target = { url: `${product.url}/api/2025-09/events`, token: store.token, body, connections: 32 }
      const resident: number[] = []
      for (let round = 0; round < rounds; round++) {
        say(`minute ${round + 1} of ${rounds}`, round / rounds)
        await client.ask('pace', { ...target, perSecond: PER_SECOND, seconds: ROUND_SECONDS })
        resident.push(await product.residentMiB())
      }
      // The first fifth fills the caches.
      const settled = resident.slice(Math.floor(rounds / 5))
      const half = Math.ceil(settled.length / 2)
      const [early, late] = [percentile(settled.slice(0, half), 0.5), percentile(settled.slice(half), 0.5)]
      const ratio = late / early
      return [
        judged(
          'memory in the second half of an hour of mixed load',
          {
            value: ratio,
            text: `${ratio.toFixed(2)} × the first half’s (${Math.round(late)} MiB)`,
            most: 1.1,
            target: '≤ 1.10 × the first half',
          },
          { early, late, most: Math.max(...resident), pendingAtTheEnd: await countPending() },
        ),
      ]
    } finally {
      await Promise.all([client.stop(), receiver.stop(), product.stop()])
    }
  },
}
