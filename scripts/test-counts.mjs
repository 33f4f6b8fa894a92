import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './checkout.mjs'

/** @typedef {{ passed: number, failed: number, notes: string[] }} Counts */
/**
 * @typedef {object} VitestReport
 * @property {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} testResults
 */
/**
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ title: string, tests: PlaywrightTest[] }[]} specs
 */
/** @typedef {{ status: string, annotations: { type: string, description?: string }[] }} PlaywrightTest */

/**
 * What a run of Vitest came to, by its JSON report. A test file that does not load is a failure, and so is a run that
 * ends badly, or finds nothing to test, without saying what failed.
 * @param {string} path
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(path, exitCode) {
  /** @type {VitestReport | undefined} */
  const report = readReport(path)
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  /** @param {string} status */
  const count = (status) => tests.filter((test) => test.status === status).length
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const notes = files.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => `skipped: ${basename(file.name)}: ${test.fullName}`),
  )
  return conclude({ passed: count('passed'), failed: count('failed') + unloaded.length, notes }, exitCode)
}

/**
 * The same for Playwright.
 * @param {string} path
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(path, exitCode) {
  /** @type {PlaywrightSuite | undefined} */
  const report = readReport(path)
  const specs = report ? allSpecs(report) : []
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title })))
  /** @param {string} status */
  const count = (status) => tests.filter((test) => test.status === status).length
  const skipped = tests.filter((test) => test.status === 'skipped')
  // One that was not reached, because the run ended before it, has no annotation that says why.
  const unreached = skipped.filter((test) => test.annotations.length === 0)
  const notes = skipped
    .filter((test) => test.annotations.length > 0)
    .map(({ title, annotations }) => `skipped: ${title}: ${annotations[0]?.description ?? 'no reason given'}`)
  for (const { title, status } of tests) {
    if (status === 'flaky') notes.push(`passed at the second try only: ${title}`)
  }
  const failed = count('unexpected') + unreached.length
  return conclude({ passed: count('expected') + count('flaky'), failed, notes }, exitCode)
}

/**
 * What the fault tests did to how many deliveries, in a line.
 * @returns {string[]}
 */
export function faultNotes() {
  /** @type {{ total: Record<string, number> } | undefined} */
  const report = readReport(join(root, 'test-results', 'faults.json'))
  if (!report) return []
  const names = ['deliveries', 'delivered', 'failed', 'cancelled', 'pending', 'duplicates', 'lost']
  const counts = names.map((name) => `${report.total[name]} ${name}`).join(', ')
  return [`${report.total.times} faults; ${report.total.accepted} events accepted: ${counts}`]
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightSuite['specs']}
 */
function allSpecs(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(allSpecs)]
}

/**
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function conclude(counts, exitCode) {
  const isSilent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return isSilent ? { ...counts, failed: 1 } : counts
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // The runner crashed before it wrote one; its exit code and the missing tests say so.
    return undefined
  }
}
