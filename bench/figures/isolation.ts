import { storeBacklog } from '../backlog'
import { Child } from '../child'
import type { ClientTasks } from '../children/client'
import type { ReceiverTasks } from '../children/receiver'
import { type Bench, type Figure, judged } from '../figure'
import { spread } from '../percentile'
import { startProduct } from '../product'
import {
  type BenchStore,
  EVENT_TYPE,
  makeBenchStore,
  OTHER_TYPE,
  removePending,
  sampleObject,
} from '../store'

const OTHERS = 9
const PER_SECOND = 20
const WAITING = 100_000

/** What an endpoint that hangs, and one that has 100,000 deliveries waiting, cost those beside it. */
export const isolation: Figure = {
  name: 'isolation',
  title: 'an endpoint in trouble beside healthy ones',
  async run(bench) {
    bench.say('starting the app')
    const receiver = Child.start<ReceiverTasks>('receiver')
    const client = Child.start<ClientTasks>('client')
    const port = await receiver.ask('listen', null)
    const healthy = Array.from({ length: OTHERS }, (_, index) => `http://127.0.0.1:${port}/ok/${index}`)
    const product = await startProduct()
    const seconds = bench.isQuick ? 8 : 40

    /** The time from sending an event to each healthy endpoint's request. */
    async function measure(store: BenchStore, what: string): Promise<number> {
      const body = JSON.stringify({ type: EVENT_TYPE, data: { object: sampleObject } })
      const target = { url: `${product.url}/api/2025-09/events`, token: store.token, body, connections: 16 }
      bench.say(`warming up ${what}`)
      await client.ask('pace', { ...target, perSecond: PER_SECOND, seconds: 3 })
      await receiver.ask('note', true)
      bench.say(`measuring ${what}`)
      const posted = await client.ask('pace', { ...target, perSecond: PER_SECOND, seconds })
      await receiver.ask('settle', { expected: posted.length * OTHERS, path: '/ok/' })
      const arrivals = await receiver.ask('arrivals', null)
      const sentAt = new Map(posted.map((one) => [one.id, one.sentAt]))
      const delays = arrivals.flatMap(({ id, path, at }) => {
        const sent = sentAt.get(id)
        return sent === undefined || !path.startsWith('/ok/') ? [] : [at - sent]
      })
      if (delays.length < posted.length * OTHERS)
        throw new Error(`${delays.length} deliveries arrived ${what}.`)
      return spread(delays).p95
    }

    try {
      const quiet = await makeBenchStore(healthy)
      const hanging = await makeBenchStore([...healthy, `http://127.0.0.1:${port}/hang/6000`])
      const crowded = await makeBenchStore([...healthy, `http://127.0.0.1:${port}/hang/1000`], {
        concurrency: 1,
      })
      await fill(crowded, bench)
      // Before and after, since the machine may be faster in one minute than in the next.
      const before = await measure(quiet, 'without trouble')
      const withCrowd = await measure(crowded, 'beside 100,000 that wait')
      const withHanging = await measure(hanging, 'beside one that hangs')
      const after = await measure(quiet, 'without trouble, again')
      const without = (before + after) / 2
      return [
        rowOf('one of ten endpoints hangs: the others’ p95', withHanging, without, { before, after }),
        rowOf('100,000 wait for one endpoint: the others’ p95', withCrowd, without, { before, after }),
      ]
    } finally {
      await Promise.all([client.stop(), receiver.stop(), product.stop()])
      await removePending()
    }
  },
}

async function fill(store: BenchStore, { isQuick, say }: Bench): Promise<void> {
  await storeBacklog(store, OTHER_TYPE, isQuick ? WAITING / 10 : WAITING, (share) =>
    say('filling one endpoint', share),
  )
}

function rowOf(what: string, p95: number, without: number, details: Record<string, number>) {
  const ratio = p95 / without
  return judged(
    what,
    {
      value: ratio,
      text: `${ratio.toFixed(2)} × (${p95.toFixed(1)} ms to ${without.toFixed(1)} ms)`,
      most: 1.2,
      target: '≤ 1.20 × without it',
    },
    { p95, without, ...details },
  )
}
