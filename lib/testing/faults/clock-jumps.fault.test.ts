import { describe, expect, it } from 'vitest'
import { isFull, say } from './scale'
import { endSparesAfterAll, withTrial } from './with-trial'

const ROUNDS = isFull ? 5 : 1
const EVENTS = 15
const HOUR_MS = 3_600_000
const JUMPS_MS = [HOUR_MS, -HOUR_MS, 24 * HOUR_MS, -24 * HOUR_MS, 0]

endSparesAfterAll()

describe('a clock that jumps', () => {
  it('on the machine of a process changes neither what is sent nor when', async () => {
    await withTrial('a process’s clock jumps', async (trial) => {
      const app = await trial.startApp()
      const beganAt = performance.now()
      for (let round = 0; round < ROUNDS; round++) {
        for (const jumpMs of JUMPS_MS) {
          const held = trial.receiver.holdNext()
          const emitted = trial.client.emit(EVENTS)
          const request = await held
          await app.process.jumpClock(jumpMs)
          trial.times++
          await request.accept()
          await emitted
          await trial.client.emit(EVENTS)
          await trial.expectInvariants()
        }
        await trial.settle()
        say(`clock jumps: ${trial.times}`)
      }
      expect(await trial.countAttempts(`error = 'sender_lost'`), 'no lease ended by its clock').toBe(0)
      expect(performance.now() - beganAt).toBeLessThan(HOUR_MS)
    })
  })

  // What PostgreSQL's clock decides, it decides by comparing stored times with now(): moving those is the same.
  it('in PostgreSQL makes leases end early or late, and the fence keeps the books', async () => {
    await withTrial('PostgreSQL’s clock jumps', async (trial) => {
      const [one] = [await trial.startApp(), await trial.startApp()]
      for (let round = 0; round < ROUNDS; round++) {
        for (const by of ['1 day', '-2 seconds']) {
          const held = trial.receiver.holdNext()
          await trial.client.emit(EVENTS, { first: one })
          const request = await held
          await trial.db.query(
            `UPDATE pending_delivery SET due_at = due_at - $1::interval, leased_at = leased_at - $1::interval,
               leased_until = leased_until - $1::interval`,
            [by],
          )
          trial.times++
          await trial.client.emit(EVENTS)
          await request.accept()
          await trial.settle()
          await trial.expectInvariants()
        }
      }
    })
  })
})
