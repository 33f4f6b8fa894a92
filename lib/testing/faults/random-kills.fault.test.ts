import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/demo/random'
import { kills, killsAtPoints, say, seed } from './scale'
import { endSparesAfterAll, withTrial } from './with-trial'

const APPS = 3
const KILLS_PER_DATABASE = 40
const EVENTS = 12
/** The messages to and from PostgreSQL between which a process is killed: some of its start, most of its work. */
const MOST_MESSAGES = 250
const MOST_REQUESTS = 12

endSparesAfterAll()

describe('kill -9', () => {
  it('at any moment, of any of three processes, loses nothing', async () => {
    const random = createRandom(seed)
    const wanted = kills - killsAtPoints
    for (let done = 0; done < wanted; done += KILLS_PER_DATABASE) {
      await withTrial('kill -9 at any moment', async (trial) => {
        await Promise.all(Array.from({ length: APPS }, () => trial.startApp()))
        const last = Math.min(wanted, done + KILLS_PER_DATABASE)
        for (let kill = done; kill < last; kill++) {
          const victim = random.pick(trial.apps)
          let isReached = false
          const moment = random.chance(0.75)
            ? victim.database.stopAfter(random.int(1, MOST_MESSAGES))
            : trial.receiver.waitForMore(random.int(1, MOST_REQUESTS))
          const killed = moment.then(() => {
            isReached = true
            return trial.kill(victim)
          })
          // As much as it takes until the moment comes.
          while (!isReached) await trial.client.emit(random.int(1, EVENTS))
          await killed
          await trial.expectInvariants()
          await trial.startApp()
        }
        await trial.settle()
        expect(trial.times).toBe(last - done)
        say(`random kills: ${last} of ${wanted}`)
      })
    }
  })
})
