import { listDeliveries } from '@/lib/operations/deliveries'
import { getStatistics } from '@/lib/operations/statistics'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { type Figure, judged } from '../figure'
import { makePastDeliveries } from '../past-deliveries'
import { percentile, spread } from '../percentile'
import { type BenchStore, makeBenchStore } from '../store'

const SMALL = 100_000
const LARGE = 10_000_000
const ENDPOINTS = 20
const LIMIT = 50
const DAY_MS = 86_400_000

type Search = Omit<Parameters<typeof listDeliveries>[1], 'limit'>

/** The pages of a store's log, and its statistics, with few deliveries and with many. */
export const reads: Figure = {
  name: 'reads',
  title: 'pages of the log and statistics',
  async run({ isQuick, say }) {
    const urls = Array.from({ length: ENDPOINTS }, (_, index) => `http://127.0.0.1:9/hooks/${index}`)
    const small = await makeBenchStore(urls)
    const large = await makeBenchStore(urls)
    const most = isQuick ? LARGE / 10 : LARGE
    await makePastDeliveries(small, SMALL, (share) => say('making 100,000 deliveries', share))
    await makePastDeliveries(large, most, (share) =>
      say(`making ${most.toLocaleString('en')} deliveries`, share),
    )

    const rounds = isQuick ? 10 : 40
    const pages = { small: [] as number[], large: [] as number[] }
    const statistics = { small: [] as number[], large: [] as number[] }
    let slowest = 0
    for (let round = 0; round < rounds; round++) {
      say('reading', round / rounds)
      for (const [size, store] of [
        ['small', small],
        ['large', large],
      ] as const) {
        for (const search of searches(store, round)) {
          const tookMs = await timed(() => listDeliveries(store.context, { ...search, limit: LIMIT }))
          // The first round warms the caches.
          if (round > 0) pages[size].push(tookMs)
          if (round > 0 && size === 'large') slowest = Math.max(slowest, tookMs)
        }
        const tookMs = await timed(() => getStatistics(store.context, { days: 30 }))
        if (round > 0) statistics[size].push(tookMs)
      }
    }
    const target = (ms: number) => `p95 ≤ ${ms} ms, ≤ 1.5 × at 100,000`
    const label = most.toLocaleString('en')
    return [
      judged(`a page of the log, ${label} deliveries`, verdict(pages, 50, target(50)), {
        ...spread(pages.large),
        slowest,
      }),
      judged(
        `30-day statistics, ${label} deliveries`,
        verdict(statistics, 20, target(20)),
        spread(statistics.large),
      ),
    ]
  },
}

function verdict({ small, large }: { small: number[]; large: number[] }, mostMs: number, target: string) {
  const [few, many] = [percentile(small, 0.95), percentile(large, 0.95)]
  const value = Math.max(many / mostMs, many / few / 1.5)
  return {
    value,
    most: 1,
    target,
    text: `p95 ${many.toFixed(1)} ms, ${(many / few).toFixed(2)} × ${few.toFixed(1)} ms`,
  }
}

/** What people ask for: one filter, several together, old days, and what nothing matches. */
function searches({ endpointIds }: BenchStore, round: number): Search[] {
  const endpointId = endpointIds[round % endpointIds.length]
  const one = endpointId === undefined ? {} : { endpointIds: [endpointId] }
  const eventType = eventTypes[round % 12]?.name
  const old = new Date(Date.now() - (20 + (round % 8)) * DAY_MS)
  return [
    {},
    one,
    { eventType },
    { statuses: ['failed'] },
    { statuses: ['delivered'] },
    { httpStatus: 500 },
    { error: 'timeout' },
    { ...one, statuses: ['failed'], eventType },
    { ...one, eventType },
    { until: old },
    { ...one, until: old, statuses: ['failed'] },
    { eventType, statuses: ['failed'], httpStatus: '5xx' },
    { error: 'dns_error' },
    { httpStatus: 404 },
    { eventType: 'unit.deleted', ...one },
  ]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
