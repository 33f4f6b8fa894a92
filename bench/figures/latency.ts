import { Child } from '../child'
import type { ClientTasks } from '../children/client'
import type { ReceiverTasks } from '../children/receiver'
import { type Figure, judged } from '../figure'
import { spread } from '../percentile'
import { startProduct } from '../product'
import { EVENT_TYPE, makeBenchStore, sampleObject } from '../store'

const PER_SECOND = 200

/** From the moment an event was sent to us (so acceptance is in it) to its request at the receiver. */
export const latency: Figure = {
  name: 'latency',
  title: 'from an event to the receiver, 200 a second',
  async run({ isQuick, say }) {
    say('starting the app')
    const receiver = Child.start<ReceiverTasks>('receiver')
    const client = Child.start<ClientTasks>('client')
    const port = await receiver.ask('listen', null)
    const store = await makeBenchStore([`http://127.0.0.1:${port}/hooks`])
    const product = await startProduct()
    try {
      const idleMiB = await product.residentMiB()
      const body = JSON.stringify({ type: EVENT_TYPE, data: { object: sampleObject } })
      const target = { url: `${product.url}/api/2025-09/events`, token: store.token, body, connections: 32 }
      say('warming up')
      await client.ask('pace', { ...target, perSecond: PER_SECOND, seconds: 5 })
      await receiver.ask('note', true)
      say('measuring')
      const seconds = isQuick ? 10 : 60
      const posted = await client.ask('pace', { ...target, perSecond: PER_SECOND, seconds })
      await receiver.ask('settle', { expected: posted.length, path: '/hooks' })
      const arrivals = await receiver.ask('arrivals', null)
      const arrivedAt = new Map(arrivals.map(({ id, at }) => [id, at]))
      const fromSending = posted.map(({ id, sentAt }) => (arrivedAt.get(id) ?? Number.NaN) - sentAt)
      const fromAnswer = posted.map(({ id, answeredAt }) => (arrivedAt.get(id) ?? Number.NaN) - answeredAt)
      const { p50, p95, p99 } = spread(fromSending)
      return [
        judged(
          'sent to us → request at the receiver, 200 events/s',
          {
            value: p95,
            text: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
            most: p50 <= 10 ? 50 : -1,
            target: 'p50 10 ms, p95 50 ms',
          },
          {
            p50,
            p95,
            p99,
            p50FromAnswer: spread(fromAnswer).p50,
            p95FromAnswer: spread(fromAnswer).p95,
            idleMiB,
          },
        ),
      ]
    } finally {
      await Promise.all([client.stop(), receiver.stop(), product.stop()])
    }
  },
}
