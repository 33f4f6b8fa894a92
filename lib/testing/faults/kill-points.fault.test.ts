import { describe, expect, it } from 'vitest'
import type { App } from './app'
import type { Moment } from './database-proxy'
import { pointCount, rounds, say } from './scale'
import type { Trial } from './trial'
import { endSparesAfterAll, withTrial } from './with-trial'

const ENDPOINT_READ = /"public"\."endpoint"\."timeout_ms"/
const EVENTS = 6
const ROUNDS_PER_DATABASE = 8

/**
 * A point of the way of an event, how to bring a victim there, and who takes the events that do: it, or one that sends
 * nothing; nobody where `reach` makes its own.
 */
type Point = {
  name: string
  via: 'victim' | 'front' | 'nobody'
  reach(trial: Trial, victim: App): Promise<unknown>
}

const points: Point[] = [
  inStatement('ingest-events', 'uncommitted', 'victim'),
  inStatement('ingest-events', 'committed', 'victim'),
  {
    name: 'the client has its answer, its first delivery is not sent yet',
    via: 'nobody',
    async reach(trial, victim) {
      const reached = victim.database.stopAt(ENDPOINT_READ, 'uncommitted')
      await Promise.all([trial.client.emit(1, { first: victim }), reached])
    },
  },
  inStatement('due-endpoints', 'committed', 'front'),
  inStatement('claim-due', 'uncommitted', 'front'),
  inStatement('claim-due', 'committed', 'front'),
  {
    name: 'the request has arrived and is not answered',
    via: 'victim',
    reach: (trial) => trial.receiver.holdNext(),
  },
  {
    name: 'the receiver has answered in part',
    via: 'front',
    async reach(trial) {
      const { response } = await trial.receiver.holdNext()
      response.writeHead(200, { 'content-length': '100' })
      await new Promise<void>((resolve) => response.write('the first half', () => resolve()))
    },
  },
  {
    name: 'the receiver has answered',
    via: 'front',
    async reach(trial) {
      const request = await trial.receiver.holdNext()
      await request.accept()
    },
  },
  inStatement('record-attempts', 'uncommitted', 'front'),
  inStatement('record-attempts', 'committed', 'front'),
]

function inStatement(statement: string, moment: Moment, via: Point['via']): Point {
  return {
    name: `${statement} is ${moment}, ${moment === 'committed' ? 'its answer on the way' : 'its commit on the way'}`,
    via,
    async reach(_, victim) {
      await victim.database.stopAt(statement, moment)
    },
  }
}

endSparesAfterAll()

describe('kill -9', () => {
  it('at each point of ingest, send and record loses nothing', async () => {
    expect(points).toHaveLength(pointCount)
    for (let done = 0; done < rounds; done += ROUNDS_PER_DATABASE) {
      await withTrial('kill -9 at each point', async (trial) => {
        const front = await trial.startApp({ DRAIN: 'off' })
        for (let round = done; round < Math.min(rounds, done + ROUNDS_PER_DATABASE); round++) {
          for (const point of points) await killAt(point, trial, front)
          say(`kill points: ${(round + 1) * points.length} kills`)
        }
        await trial.startApp()
        await trial.settle()
        expect(trial.times).toBe(Math.min(ROUNDS_PER_DATABASE, rounds - done) * points.length)
      })
    }
  })
})

async function killAt(point: Point, trial: Trial, front: App): Promise<void> {
  const victim = await trial.startApp()
  const reached = point.reach(trial, victim)
  const first = point.via === 'victim' ? victim : front
  const emitted = point.via === 'nobody' ? undefined : trial.client.emit(EVENTS, { first })
  await reached
  await trial.kill(victim)
  await emitted
  await trial.expectInvariants()
}
