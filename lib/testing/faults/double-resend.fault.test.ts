import { describe, expect, it } from 'vitest'
import { toPublicId } from '@/lib/ids'
import { isFull, say } from './scale'
import type { Trial } from './trial'
import { endSparesAfterAll, withTrial } from './with-trial'

const ROUNDS = isFull ? 10 : 1
const CLICKS = 20
/** The request is kept waiting until all clicks are answered. */
const TIMEOUT_MS = 10_000

endSparesAfterAll()

describe('20 resends of one delivery at once', () => {
  it('are one more attempt, of a finished one', () =>
    withTrial(
      '20 resends at once of a finished delivery',
      async (trial) => {
        await trial.startApp()
        await trial.startApp()
        for (let round = 0; round < ROUNDS; round++) {
          const id = await deliver(trial, '/ok')
          const held = trial.receiver.holdNext()
          await click(trial, id)
          await (await held).accept()
          await trial.settle()
          expect(await attemptsOf(trial, id)).toEqual(['event: ok', 'resend: ok'])
        }
      },
      TIMEOUT_MS,
    ))

  it('are one more attempt, of a pending one, whose schedule stays', () =>
    withTrial(
      '20 resends at once of a pending delivery',
      async (trial) => {
        await trial.startApp({ RETRY_SHORT: '10h' })
        await trial.startApp({ RETRY_SHORT: '10h' })
        for (let round = 0; round < ROUNDS; round++) {
          const id = await deliver(trial, '/broken')
          const dueAt = await dueAtOf(trial, id)
          const held = trial.receiver.holdNext()
          await click(trial, id)
          await (await held).refuse()
          await trial.settle()
          expect(await attemptsOf(trial, id)).toEqual(['event: http_error', 'resend: http_error'])
          expect(await dueAtOf(trial, id)).toEqual(dueAt)
        }
      },
      TIMEOUT_MS,
    ))

  it('and a kill of the process that sends it, are one more attempt besides the lost one', () =>
    withTrial('20 resends at once, and kill -9', async (trial) => {
      for (let round = 0; round < ROUNDS; round++) {
        const sender = await trial.startApp()
        const id = await deliver(trial, '/ok')
        const front = await trial.startApp({ DRAIN: 'off' })
        const held = trial.receiver.holdNext()
        const clicked = click(trial, id, [front])
        await held
        await trial.kill(sender)
        await clicked
        // Once more, while its claim still stands: nothing changes.
        await click(trial, id)
        const next = await trial.startApp()
        await trial.settle()
        expect(await attemptsOf(trial, id)).toEqual(['event: ok', 'resend: sender_lost', 'resend: ok'])
        await next.kill()
        await front.kill()
        say(`resends with a kill: ${round + 1} of ${ROUNDS}`)
      }
    }))
})

/** Sends one event; returns the id of its delivery to a path, once that had its first attempt. */
async function deliver(trial: Trial, path: string): Promise<string> {
  await trial.client.emit(1)
  await trial.settle()
  const { rows } = await trial.db.query<{ id: string }>(
    `SELECT d.id FROM (
       SELECT id, endpoint_id FROM finished_delivery UNION ALL SELECT id, endpoint_id FROM pending_delivery) d
     WHERE endpoint_id = $1 ORDER BY id DESC LIMIT 1`,
    [trial.store.endpointIds.get(path)],
  )
  const [row] = rows
  if (!row) throw new Error('There is no delivery.')
  return row.id
}

async function click(trial: Trial, id: string, apps = trial.apps): Promise<void> {
  trial.times++
  const answers = await Promise.all(
    Array.from({ length: CLICKS }, (_, index) => {
      const app = apps[index % apps.length]
      if (!app) throw new Error('No process runs.')
      return trial.client.post(app, `/2025-09/deliveries/${toPublicId('dlv', id)}/resend`)
    }),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: CLICKS }, () => 202))
}

/** What an attempt was caused by and came to, first to last. */
async function attemptsOf(trial: Trial, id: string): Promise<string[]> {
  const { rows } = await trial.db.query<{ text: string }>(
    `SELECT trigger || ': ' || coalesce(error, 'ok') AS text FROM attempt WHERE delivery_id = $1 ORDER BY number`,
    [id],
  )
  return rows.map((row) => row.text)
}

async function dueAtOf(trial: Trial, id: string): Promise<Date | undefined> {
  const { rows } = await trial.db.query<{ due_at: Date }>(
    'SELECT due_at FROM pending_delivery WHERE id = $1',
    [id],
  )
  return rows[0]?.due_at
}
