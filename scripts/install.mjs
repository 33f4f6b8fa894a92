import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './checkout.mjs'
import { lastLines, run } from './child.mjs'
import { fingerprint, unlessUnchanged } from './fingerprint.mjs'
import { StartupError } from './startup-error.mjs'

// Development packages too, whatever NODE_ENV or npm's settings say: the build needs them here.
const ARGUMENTS = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
]

/**
 * Installs exactly what the lock file says, unless that was done. Needs no package itself, and no network when nothing is to do.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<boolean>} whether anything was installed
 */
export function installPackages({ signal } = {}) {
  const [nodeMajor = ''] = process.versions.node.split('.')
  const inputs = fingerprint({
    texts: [nodeMajor, process.platform, process.arch],
    paths: [join(root, 'package-lock.json')],
  })
  return unlessUnchanged(join(root, 'node_modules', '.shopbell-installed'), inputs, async () => {
    const npm = npmProgram()
    const { code, output } = await run(npm.program, [...npm.args, ...ARGUMENTS], { signal })
    if (code === 0) return
    const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output)
    const advice = isOffline
      ? ' npm’s registry cannot be reached: check the network or proxy and start again.'
      : ''
    throw new StartupError(`The packages could not be installed.${advice} npm says:\n${complaint(output)}`)
  })
}

/**
 * What npm complains of: the first of its errors, for usage notes follow them.
 * @param {string} output
 */
function complaint(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  return errors.length > 0 ? errors.slice(0, 15).join('\n') : lastLines(output)
}

/** The npm that started us; else the one that came with this Node; else whichever is found. */
function npmProgram() {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const script = [process.env.npm_execpath, beside].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  )
  return script ? { program: process.execPath, args: [script] } : { program: 'npm', args: [] }
}
