import { describe, expect, it } from 'vitest'
import { isFull, say } from './scale'
import type { Trial } from './trial'
import { until } from './until'
import { endSparesAfterAll, withTrial } from './with-trial'

const ROUNDS = isFull ? 10 : 1
const EVENTS = 10

endSparesAfterAll()

describe('SIGSTOP past the lease, then SIGCONT', () => {
  it('lets another process take over, and what the stopped one says later counts for nothing', async () => {
    await withTrial('SIGSTOP past the lease, then SIGCONT', async (trial) => {
      for (let round = 1; round <= ROUNDS; round++) {
        await stopOne(trial)
        say(`stopped senders: ${round} of ${ROUNDS}`)
      }
      await trial.settle()
      expect(trial.times).toBe(ROUNDS)
    })
  })
})

async function stopOne(trial: Trial): Promise<void> {
  const stopped = await trial.startApp()
  const late = await trial.countAttempts('superseded')
  const held = trial.receiver.holdNext()
  await trial.client.emit(EVENTS, { first: stopped })
  const request = await held
  stopped.process.suspend()
  trial.times++
  // Its answer waits in the socket for as long as it is stopped.
  await request.accept()

  const other = await trial.startApp()
  await trial.client.emit(EVENTS, { first: other })
  await trial.settle()
  expect(
    await trial.countAttempts(`error = 'sender_lost'`),
    'the claim of the stopped one ran out',
  ).toBeGreaterThan(0)
  stopped.process.resume()
  await until('the late result is on record', async () => (await trial.countAttempts('superseded')) > late)
  await trial.expectInvariants()
  await stopped.kill()
  await other.kill()
}
