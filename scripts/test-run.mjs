import { mkdirSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { ensureChromium } from './chromium.mjs'
import { generateClient } from './generate.mjs'
import { installPackages } from './install.mjs'
import { watchParent } from './parent-watch.mjs'
import { createProgress } from './progress.mjs'
import { describeError } from './startup-error.mjs'
import { reportFolder, testStages } from './test-parts.mjs'

/**
 * Runs every part of the tests, stage by stage, from a checkout without anything installed. The last line it
 * writes is `N passed, N failed`.
 * @returns {Promise<number>} the exit code: 0 when nothing failed
 */
export async function runTests() {
  const { line, step } = createProgress()
  const { signal } = endedByUser(line)
  let passed = 0
  let failed = 0
  line('Shopbell’s tests')
  try {
    await step(
      'installing the packages',
      () => installPackages({ signal }),
      (did) => (did ? 'packages installed' : 'packages are up to date'),
    )
    await step(
      'generating the Prisma client',
      () => generateClient({ signal }),
      (did) => (did ? 'Prisma client generated' : 'Prisma client is up to date'),
    )
    process.env.CHROMIUM_PATH = await step(
      'finding a Chromium',
      () => ensureChromium({ signal }),
      (path) => `Chromium: ${path}`,
    )
    mkdirSync(reportFolder, { recursive: true })
    /** @type {Set<string>} */
    const brokenParts = new Set()
    for (const stage of testStages()) {
      signal.throwIfAborted()
      const missing = stage.filter((part) => part.needs && brokenParts.has(part.needs))
      for (const part of missing) line(`  ✗ ${part.name}: not run, since “${part.needs}” failed`)
      failed += missing.length
      const runs = stage
        .filter((part) => !missing.includes(part))
        .map(async (part) => {
          const result = await runPart(part, step, signal)
          passed += result.passed
          failed += result.failed
          if (result.failed > 0) {
            brokenParts.add(part.name)
            line(`\n${readable(result.output)}\n`)
          }
          for (const note of result.notes) line(`      ${note}`)
        })
      await Promise.all(runs)
    }
  } catch (error) {
    failed += 1
    line(signal.aborted ? 'Stopped before the end.' : `\n${describeError(error)}\n`)
  }
  line(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

/**
 * An output as the terminal, or the file, at the other end can show it: some programs colour theirs in any case.
 * @param {string} output
 */
function readable(output) {
  return (process.stdout.isTTY ? output : stripVTControlCharacters(output)).trimEnd()
}

class PartFailed extends Error {}

/**
 * @param {import('./test-parts.mjs').Part} part
 * @param {import('./progress.mjs').Progress['step']} step
 * @param {AbortSignal} signal
 * @returns {Promise<import('./test-parts.mjs').PartResult>}
 */
async function runPart(part, step, signal) {
  /** @type {import('./test-parts.mjs').PartResult} */
  let result = { passed: 0, failed: 1, output: '', notes: [] }
  try {
    await step(
      part.name,
      async () => {
        result = await part.run(signal)
        // The step shows a failure by what it throws.
        if (result.failed > 0) throw new PartFailed()
      },
      () => (result.passed > 1 ? `${part.name}: ${result.passed} passed` : part.name),
    )
  } catch (error) {
    if (!(error instanceof PartFailed)) result.output = describeError(error)
  }
  return result
}

/**
 * Ctrl-C and its like end the children, which have sessions of their own, and then the run.
 * @param {(text: string) => void} line
 */
function endedByUser(line) {
  const controller = new AbortController()
  /** @param {string} reason */
  const end = (reason) => {
    if (!controller.signal.aborted) line(`\nStopping (${reason}) …`)
    controller.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, end)
  watchParent(() => end('whoever started the tests is gone'))
  return controller
}
