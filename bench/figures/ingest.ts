import { Child } from '../child'
import type { ClientTasks } from '../children/client'
import { type Figure, judged, type Row } from '../figure'
import { spread } from '../percentile'
import { startProduct } from '../product'
import { EVENT_TYPE, makeBenchStore, removePending, sampleObject } from '../store'

const CONNECTIONS = 64
const BATCH = 100

const event = { type: EVENT_TYPE, data: { object: sampleObject } }

/** How fast events are accepted through Next, one by one and in batches; nothing is sent meanwhile. */
export const ingest: Figure = {
  name: 'ingest',
  title: 'accepting events',
  async run(bench) {
    const store = await makeBenchStore(['http://127.0.0.1:9/hooks'])
    bench.say('starting the app')
    const product = await startProduct({ DRAIN: 'off' })
    const client = Child.start<ClientTasks>('client')
    try {
      const one = { token: store.token, connections: CONNECTIONS }
      const nothing = {
        ...one,
        url: `${product.url}/api/2025-09/nothing`,
        body: JSON.stringify(event),
        status: 404,
      }
      const single = {
        ...one,
        url: `${product.url}/api/2025-09/events`,
        body: JSON.stringify(event),
        status: 202,
      }
      const batch = {
        ...single,
        body: JSON.stringify({ events: Array.from({ length: BATCH }, () => event) }),
      }
      const seconds = bench.isQuick ? 3 : 10
      bench.say('warming up')
      for (const target of [nothing, single, batch]) await client.ask('flood', { ...target, seconds: 2 })
      // In turns, since the machine may be faster in one minute than in the next.
      const rounds = bench.isQuick ? 1 : 3
      const rates = { nothing: 0, single: 0, batch: 0 }
      const durations: number[] = []
      const memory = product.watchMemory()
      for (let round = 1; round <= rounds; round++) {
        bench.say('single events and batches, in turns', round / (rounds + 1))
        rates.nothing += (await client.ask('flood', { ...nothing, seconds })).perSecond / rounds
        const accepted = await client.ask('flood', { ...single, seconds })
        rates.single += accepted.perSecond / rounds
        durations.push(...accepted.durations)
        rates.batch += ((await client.ask('flood', { ...batch, seconds })).perSecond * BATCH) / rounds
        await removePending()
      }
      return rowsOf(rates, durations, await memory())
    } finally {
      await Promise.all([client.stop(), product.stop()])
    }
  },
}

function rowsOf(
  rates: { nothing: number; single: number; batch: number },
  durations: readonly number[],
  residentMiB: number,
): Row[] {
  const ratio = rates.single / rates.nothing
  return [
    judged(
      'accepted events per second through Next, single',
      {
        value: ratio,
        text: `${ratio.toFixed(2)} × an empty handler (${Math.round(rates.single)}/s of ${Math.round(rates.nothing)}/s)`,
        least: 0.8,
        target: '≥ 0.80 × an empty route handler',
      },
      { ...rates, ...spread(durations), residentMiB },
    ),
    judged('accepted events per second through Next, batches of 100', {
      value: rates.batch,
      text: `${Math.round(rates.batch)}/s`,
      least: 15_000,
      target: '≥ 15,000/s',
    }),
  ]
}
