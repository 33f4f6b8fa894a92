import { afterAll } from 'vitest'
import { AppProcess } from './app-process'
import { makeDatabase } from './fault-database'
import { Trial } from './trial'

/** Runs a trial of a fault in a database of its own to its end and judges it; nothing of it stays. */
export async function withTrial(
  fault: string,
  run: (trial: Trial) => Promise<void>,
  timeoutMs?: number,
): Promise<void> {
  const database = await makeDatabase()
  try {
    const trial = await Trial.create(database.url, fault, timeoutMs)
    await runTrial(trial, () => run(trial))
  } finally {
    await database.drop()
  }
}

/** Runs a trial to its end and judges it; its processes are gone then. */
export async function runTrial(trial: Trial, run: () => Promise<void>): Promise<void> {
  try {
    await run()
    await trial.judge()
  } finally {
    await trial.end()
  }
}

/** Ends, after the tests of a file, the processes that waited for their turn. */
export function endSparesAfterAll(): void {
  afterAll(() => AppProcess.endSpares())
}
