import { describe, expect, it } from 'vitest'
import type { App } from './app'
import type { Moment } from './database-proxy'
import { isFull, say } from './scale'
import type { Trial } from './trial'
import { endSparesAfterAll, withTrial } from './with-trial'

const ROUNDS = isFull ? 20 : 1
const EVENTS = 6
const STATEMENTS = ['ingest-events', 'due-endpoints', 'claim-due', 'record-attempts']
const MOMENTS: Moment[] = ['uncommitted', 'committed']

endSparesAfterAll()

describe('the connection to PostgreSQL', () => {
  it('cut at the commit of any statement loses nothing and counts nothing twice', async () => {
    await withTrial('connection cut at COMMIT', async (trial) => {
      const front = await trial.startApp({ DRAIN: 'off' })
      const sender = await trial.startApp()
      for (let round = 1; round <= ROUNDS; round++) {
        for (const statement of STATEMENTS) {
          for (const moment of MOMENTS) await cutAt(trial, statement, moment, sender, front)
        }
        say(`connection cuts: ${trial.times} of ${ROUNDS * STATEMENTS.length * MOMENTS.length}`)
      }
      await trial.settle()
      const refused = trial.client.refusals.get(503)
      expect(refused, 'an ingest that was cut is refused, and sent again').toBeGreaterThanOrEqual(2 * ROUNDS)
      expect(trial.apps).toHaveLength(2)
    })
  })

  it.runIf(isFull)('frozen without a word comes back by itself', async () => {
    await withTrial('network to PostgreSQL gone', async (trial) => {
      const front = await trial.startApp({ DRAIN: 'off' })
      const sender = await trial.startApp()
      for (let round = 1; round <= 3; round++) {
        const claiming = sender.database.stopAt('claim-due', 'committed')
        await trial.client.emit(EVENTS, { first: front })
        await claiming
        sender.database.freeze()
        trial.times++
        await trial.client.emit(EVENTS, { first: front })
        await trial.settle()
        await trial.expectInvariants()
        say(`network gone: ${round} of 3`)
      }
    })
  })
})

async function cutAt(
  trial: Trial,
  statement: string,
  moment: Moment,
  sender: App,
  front: App,
): Promise<void> {
  const app = statement === 'ingest-events' ? front : sender
  const cut = app.database.stopAt(statement, moment).then((connection) => {
    trial.times++
    connection.cut()
  })
  await Promise.all([cut, trial.client.emit(EVENTS, { first: front })])
  await trial.expectInvariants()
}
