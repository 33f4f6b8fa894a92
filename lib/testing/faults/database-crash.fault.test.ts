import { rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/demo/random'
import { makeTemporaryFolder } from '../temporary-folder'
import { OwnServer } from './own-server'
import { isFull, say, seed } from './scale'
import { Trial } from './trial'
import { until } from './until'
import { endSparesAfterAll, runTrial } from './with-trial'

const ROUNDS = isFull ? 20 : 1
const EVENTS = 40
const MOST_REQUESTS = 100

endSparesAfterAll()

describe('PostgreSQL', () => {
  it('stopped at once under load loses nothing that was accepted', async () => {
    const folder = await makeTemporaryFolder('faults', 'postgres')
    const server = await OwnServer.create(folder)
    try {
      const trial = await Trial.create(server.url, 'PostgreSQL stopped at once under load')
      await runTrial(trial, () => crashUnderLoad(trial, server))
    } finally {
      await server.remove()
      await rm(folder, { recursive: true, force: true })
    }
  })
})

async function crashUnderLoad(trial: Trial, server: OwnServer): Promise<void> {
  const random = createRandom(seed)
  await trial.startApp()
  await trial.startApp()
  for (let round = 1; round <= ROUNDS; round++) {
    let isOver = false
    const load = async () => {
      while (!isOver) await trial.client.emit(EVENTS)
    }
    const loading = load()
    await trial.receiver.waitForMore(random.int(1, MOST_REQUESTS))
    const refused = trial.client.refusals.get(503) ?? 0
    await server.crash()
    trial.times++
    await until('an event is refused', () => (trial.client.refusals.get(503) ?? 0) > refused)
    await server.start()
    isOver = true
    await loading
    await trial.expectInvariants()
    say(`crashes of PostgreSQL: ${round} of ${ROUNDS}`)
  }
  await trial.settle()
  expect([...trial.client.refusals.keys()], 'an outage is 503 and nothing else').toEqual([503])
}
