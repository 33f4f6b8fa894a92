import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { lastLines, run } from './child.mjs'
import { StartupError } from './startup-error.mjs'

// The shell alone, without a browser's windows, takes a fifth less time.
const DEBIANS = ['chromium-headless-shell', 'chromium']
const NAMES = [...DEBIANS, 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The path of a Chromium for the tests: that of CHROMIUM_PATH, an installed one, Playwright's own, or one that is installed
 * now: by Playwright, else, under root on Debian and its like, by apt. Throws a StartupError that says what to do.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<string>}
 */
export async function ensureChromium({ signal } = {}) {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new StartupError(`CHROMIUM_PATH is ${given}, which is not there.`)
  }
  const found = installed() ?? (await playwrights())
  if (found) return found

  const cli = join('node_modules', '@playwright', 'test', 'cli.js')
  const downloaded = await run(process.execPath, [cli, 'install', 'chromium'], { signal })
  const own = downloaded.code === 0 ? await playwrights() : undefined
  if (own) return own

  const advice = 'Install Chromium or Chrome, or set CHROMIUM_PATH to one.'
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new StartupError(`The tests need a Chromium, and Playwright could not download its own. ${advice}`)
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { signal, env })
  let said = ''
  for (const name of DEBIANS) {
    const { output } = await run('apt-get', ['install', '-y', '--no-install-recommends', name], {
      signal,
      env,
    })
    const debians = installed()
    if (debians) return debians
    said = output
  }
  throw new StartupError(`Chromium could not be installed. ${advice} apt-get says:\n${lastLines(said, 10)}`)
}

/** @returns {string | undefined} */
function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isProgram)
}

/** @returns {Promise<string | undefined>} */
async function playwrights() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return isProgram(path) ? path : undefined
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
