import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/demo/random'
import { isFull, say, seed } from './scale'
import { endSparesAfterAll, withTrial } from './with-trial'

const ROUNDS = isFull ? 3 : 1
const EVENTS = isFull ? 250 : 100
const KILLS = isFull ? 8 : 1

endSparesAfterAll()

describe.each([2, 4])('%i senders at once', (count) => {
  it('on one backlog, with kills between, send everything and keep the caps', async () => {
    const random = createRandom(seed + count)
    for (let round = 0; round < ROUNDS; round++) {
      await withTrial(`${count} senders, kill -9 between`, async (trial) => {
        const front = await trial.startApp({ DRAIN: 'off' })
        await Promise.all(Array.from({ length: count }, () => trial.startApp()))
        for (let kill = 0; kill < KILLS; kill++) {
          const moment = trial.receiver.waitForMore(random.int(1, EVENTS))
          await trial.client.emit(EVENTS, { first: front, perRequest: 50 })
          await moment
          await trial.kill(random.pick(trial.apps.filter((app) => app !== front)))
          await trial.expectInvariants()
          await trial.startApp()
        }
        await trial.settle()
        expect(trial.apps).toHaveLength(count + 1)
      })
      say(`${count} senders: ${round + 1} of ${ROUNDS}`)
    }
  })
})
