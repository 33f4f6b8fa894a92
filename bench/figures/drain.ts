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
// A sender that runs for months was compiled long ago; the bare loop has its warm-up too.
const WARM_UP = 20_000

/** How fast a backlog is sent and recorded by one sender, against the bare loop before and after it. */
export const drain: Figure = {
  name: 'drain',
  title: 'a backlog to 50 endpoints',
  async run({ database, isQuick, say }) {
    const backlog = isQuick ? 10_000 : 50_000
    const seconds = isQuick ? 3 : 8
    say('the bare signed-POST loop')
    const before = await measureBareLoop(seconds)
    const receiver = Child.start<ReceiverTasks>('receiver')
    const sender = Child.start<SenderTasks>('sender', { SEND_CONCURRENCY: CONNECTIONS })
    try {
      const port = await receiver.ask('listen', null)
      const urls = Array.from({ length: ENDPOINTS }, (_, index) => `http://127.0.0.1:${port}/hooks/${index}`)
      const store = await makeBenchStore(urls)
      await storeBacklog(store, EVENT_TYPE, (WARM_UP + backlog) / ENDPOINTS, (share) =>
        say('storing the backlog', share),
      )
      const untilReceived = async (count: number) => {
        for (;;) {
          const received = await receiver.ask('count', null)
          if (received >= count) return received
          say('draining', received / (WARM_UP + backlog))
          await pause(POLL_MS)
        }
      }
      const work = await readWork()
      await sender.ask('start', null)
      const warmUp = await untilReceived(WARM_UP)
      const began = performance.now()
      const usage = await sender.ask('usage', null)
      const serverSeconds = await processorSeconds(database.postmasterPid)
      // Counting what is pending all the time would itself keep the database busy.
      await untilReceived(WARM_UP + backlog)
      while ((await countPending()) > 0) await pause(POLL_MS)
      const deliveries = WARM_UP + backlog - warmUp
      const perSecond = (deliveries / (performance.now() - began)) * 1000
      const usageAfter = await sender.ask('usage', null)
      const serverSecondsAfter = await processorSeconds(database.postmasterPid)
      const done = await readWork()
      await sender.ask('stop', null)

      say('the bare signed-POST loop again')
      const after = await measureBareLoop(seconds)
      const bare = (before.perSecond + after.perSecond) / 2
      const ratio = perSecond / bare
      const perThousand = deliveries / 1000
      return [
        judged(
          `deliveries per second, backlog of ${backlog.toLocaleString('en')}`,
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
            senderCpuSecondsPer1000: (usageAfter.cpuSeconds - usage.cpuSeconds) / perThousand,
            bareCpuSecondsPer1000: (before.cpuSecondsPer1000 + after.cpuSecondsPer1000) / 2,
            databaseCpuSecondsPer1000: (serverSecondsAfter - serverSeconds) / perThousand,
            senderResidentMiB: usageAfter.residentMiB,
            ...perDelivery(work, done, WARM_UP + backlog),
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
