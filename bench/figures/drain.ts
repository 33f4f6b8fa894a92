import { setTimeout as pause } from 'node:timers/promises'
import { countPending, storeBacklog } from '../backlog'
import { measureBareLoop } from '../bare-rate'
import { Child } from '../child'
import type { ReceiverTasks } from '../children/receiver'
import type { SenderTasks } from '../children/sender'
import { readWork, type Work } from '../database-work'
import { type Figure, judged } from '../figure'
import { processorSeconds } from '../processor-time'
import { EVENT_TYPE, makeBenchStore } from '../store'

const ENDPOINTS = 50
const CONNECTIONS = '64'
const POLL_MS = 20

/** How fast a backlog is sent and recorded by one sender, against the bare loop before and after it. */
export const drain: Figure = {
  name: 'drain',
  title: 'a backlog to 50 endpoints',
  async run({ database, isQuick, say }) {
    const deliveries = isQuick ? 10_000 : 50_000
    const seconds = isQuick ? 3 : 8
    say('the bare signed-POST loop')
    const before = await measureBareLoop(seconds)
    const receiver = Child.start<ReceiverTasks>('receiver')
    const sender = Child.start<SenderTasks>('sender', { SEND_CONCURRENCY: CONNECTIONS })
    try {
      const port = await receiver.ask('listen', null)
      const urls = Array.from({ length: ENDPOINTS }, (_, index) => `http://127.0.0.1:${port}/hooks/${index}`)
      const store = await makeBenchStore(urls)
      await storeBacklog(store, EVENT_TYPE, deliveries / ENDPOINTS, (share) =>
        say('storing the backlog', share),
      )
      const work = await readWork()
      const serverSeconds = await processorSeconds(database.postmasterPid)

      const began = performance.now()
      await sender.ask('start', null)
      for (let left = deliveries; left > 0; left = await countPending()) {
        say('draining', 1 - left / deliveries)
        await pause(POLL_MS)
      }
      const perSecond = (deliveries / (performance.now() - began)) * 1000
      const usage = await sender.ask('usage', null)
      const serverSecondsAfter = await processorSeconds(database.postmasterPid)
      const done = await readWork()
      const received = await receiver.ask('count', null)
      if (received < deliveries) throw new Error(`${received} of ${deliveries} arrived.`)
      await sender.ask('stop', null)

      say('the bare signed-POST loop again')
      const after = await measureBareLoop(seconds)
      const bare = (before.perSecond + after.perSecond) / 2
      const ratio = perSecond / bare
      const perThousand = deliveries / 1000
      return [
        judged(
          `deliveries per second, backlog of ${deliveries.toLocaleString('en')}`,
          {
            value: ratio,
            text: `${ratio.toFixed(2)} × bare (${Math.round(perSecond)}/s of ${Math.round(bare)}/s)`,
            least: 0.6,
            target: '≥ 0.60 × the bare loop',
          },
          {
            perSecond,
            bareBefore: before.perSecond,
            bareAfter: after.perSecond,
            senderCpuSecondsPer1000: usage.cpuSeconds / perThousand,
            bareCpuSecondsPer1000: (before.cpuSecondsPer1000 + after.cpuSecondsPer1000) / 2,
            databaseCpuSecondsPer1000: (serverSecondsAfter - serverSeconds) / perThousand,
            senderResidentMiB: usage.residentMiB,
            ...perDelivery(work, done, deliveries),
          },
        ),
      ]
    } finally {
      await Promise.all([receiver.stop(), sender.stop()])
    }
  },
}

function perDelivery(before: Work, after: Work, deliveries: number): Record<string, number> {
  return {
    transactionsPerDelivery: (after.transactions - before.transactions) / deliveries,
    rowsInsertedPerDelivery: (after.rowsInserted - before.rowsInserted) / deliveries,
    rowsUpdatedPerDelivery: (after.rowsUpdated - before.rowsUpdated) / deliveries,
    rowsDeletedPerDelivery: (after.rowsDeleted - before.rowsDeleted) / deliveries,
  }
}
