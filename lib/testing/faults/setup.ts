import type { TestProject } from 'vitest/node'
import { provideDatabase } from '../database-server'
import { bundleApp } from './app-bundle'
import { beginReport, endReport } from './report'
import { isFull, seed } from './scale'

/** Around all fault tests: the server that they share, and the summary of what they did. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const beganAt = performance.now()
  beginReport()
  process.env.FAULTS_SEED = String(seed)
  const [stopDatabase] = await Promise.all([provideDatabase(project, 1), bundleApp()])
  return async () => {
    await stopDatabase()
    const tookMs = Math.round(performance.now() - beganAt)
    console.log(`\n${endReport({ seed, isFull, tookMs })}\n\nseed ${seed}, ${Math.round(tookMs / 1000)} s`)
  }
}
