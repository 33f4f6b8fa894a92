import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './build.mjs'
import { root } from './checkout.mjs'
import { run } from './child.mjs'
import { countPlaywright, countVitest, faultNotes } from './test-counts.mjs'

/**
 * @typedef {object} PartResult
 * @property {number} passed
 * @property {number} failed
 * @property {string} output what to show when something failed
 * @property {string[]} notes what to show in any case, a line each
 */
/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} [needs] the name of the part without which it cannot run
 * @property {(signal: AbortSignal) => Promise<PartResult>} run
 */
/** @typedef {{ program: string, args: string[], env?: Record<string, string | undefined> }} Command */

export const reportFolder = join(root, 'test-results', 'reports')

const BUILD = 'build'
const VITEST = [
  join('node_modules', 'vitest', 'vitest.mjs'),
  'run',
  '--config',
  'lib/testing/vitest.config.mts',
]
const PLAYWRIGHT = [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e']

/**
 * Every part of the tests, in the order in which they run; those of a stage run side by side, since each waits much of the
 * time. The first two stages and the unit tests are those of `npm run check`.
 * @returns {Part[][]}
 */
export function testStages() {
  const given = process.env.TEST_DATABASE_URL
  /** @type {Part} */
  const build = {
    name: BUILD,
    run: async (signal) => {
      await buildApp({ signal })
      return { passed: 1, failed: 0, output: '', notes: [] }
    },
  }
  return [
    [check('format, lint and boundaries', npmRun('check:lint'))],
    [check('types', npmRun('check:types')), check('unused code', npmRun('check:unused'))],
    [
      vitest('unit tests', 'unit', npmRun('check:unit', '--')),
      vitest('database tests, embedded PostgreSQL', 'database', databaseTests(undefined)),
    ],
    given ? [vitest('database tests, TEST_DATABASE_URL', 'given-database', databaseTests(given))] : [],
    [build],
    [faults(), { ...playwright('journeys', ['journeys'], 1), needs: BUILD }],
    [{ ...playwright('screens and API', ['screens', 'api'], 3), needs: BUILD }],
  ]
}

/**
 * A script of package.json, by the npm that started us where it did.
 * @param {string} script
 * @param {string[]} args
 * @returns {Command}
 */
function npmRun(script, ...args) {
  const npm = process.env.npm_execpath
  const own =
    npm && existsSync(npm) ? { program: process.execPath, args: [npm] } : { program: 'npm', args: [] }
  return { program: own.program, args: [...own.args, 'run', '--silent', script, ...args] }
}

/**
 * @param {string | undefined} url
 * @returns {Command}
 */
function databaseTests(url) {
  return {
    program: process.execPath,
    args: [...VITEST, '--project', 'database'],
    env: { TEST_DATABASE_URL: url },
  }
}

/**
 * A part that passes or fails as a whole.
 * @param {string} name
 * @param {Command} command
 * @returns {Part}
 */
function check(name, { program, args, env }) {
  return {
    name,
    run: async (signal) => {
      const { code, output } = await run(program, args, { env, signal })
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, notes: [] }
    },
  }
}

/**
 * @param {string} name
 * @param {string} report
 * @param {Command} command
 * @returns {Part}
 */
function vitest(name, report, { program, args, env }) {
  const path = join(reportFolder, `${report}.json`)
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
    '--allowOnly=false',
  ]
  return {
    name,
    run: async (signal) => {
      rmSync(path, { force: true })
      const { code, output } = await run(program, [...args, ...reporters], { env, signal })
      return { ...countVitest(path, code), output }
    },
  }
}

/** The faults, each a few times; its summary is shown in any case. */
function faults() {
  const command = { ...databaseTests(undefined), args: [...VITEST, '--project', 'faults'] }
  const part = vitest('faults', 'faults', command)
  return {
    ...part,
    /** @param {AbortSignal} signal */
    run: async (signal) => {
      const result = await part.run(signal)
      return { ...result, notes: [...result.notes, ...faultNotes()] }
    },
  }
}

/**
 * @param {string} name
 * @param {string[]} projects
 * @param {number} workers
 * @returns {Part}
 */
function playwright(name, projects, workers) {
  const path = join(reportFolder, `${projects.join('-')}.json`)
  const args = [
    ...projects.map((project) => `--project=${project}`),
    ...[`--workers=${workers}`, '--reporter=list,json'],
  ]
  return {
    name,
    run: async (signal) => {
      rmSync(path, { force: true })
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: path }
      const { code, output } = await run(process.execPath, [...PLAYWRIGHT, ...args], {
        env,
        signal,
      })
      return { ...countPlaywright(path, code), output }
    },
  }
}
