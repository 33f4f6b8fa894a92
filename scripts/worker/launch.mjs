import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../checkout.mjs'
import { checkPort } from '../http-server.mjs'
import { useInstanceEnvironment as takeInstanceEnvironment } from '../local-settings.mjs'
import { watchParent } from '../parent-watch.mjs'
import { createShutdown } from '../shutdown.mjs'
import { describeError, StartupError } from '../startup-error.mjs'
import { HELP, readWorkerOptions } from './options.mjs'
import { startProcesses } from './processes.mjs'

const NEEDED = ['node_modules/tsx', 'node_modules/pg', 'lib/db/generated/client.ts']

/**
 * Runs the processes that send, until it is told to stop.
 * @param {string[]} args
 */
export async function launchWorker(args) {
  process.chdir(root)
  // Whoever read our output may be gone before we are.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const print = (/** @type {string} */ line) => console.log(line)
  try {
    const { help, processes, apiPort } = readWorkerOptions(args)
    if (help) {
      print(HELP)
      return
    }
    const { host } = prepareEnvironment()
    if (apiPort !== null) await checkPort({ host, port: apiPort }, (port) => `--api-port ${port}`)

    const { defer, end } = createShutdown(print)
    watchParent(() => void end(0, '\nStopping: whoever started this is gone. Finishing what is in flight …'))
    const what = processes === 1 ? '1 process' : `${processes} processes`
    print(`Shopbell’s worker: ${what}${apiPort === null ? '' : `, API at http://${host}:${apiPort}`}`)
    const running = startProcesses({ count: processes, apiPort, print })
    defer(() => running.stop())
  } catch (error) {
    console.error(describeError(error))
    process.exitCode = 1
  }
}

function prepareEnvironment() {
  if (!NEEDED.every((path) => existsSync(join(root, path)))) {
    throw new StartupError(
      'The packages are not installed yet. Run “npm start”, or “npm ci && npm run generate” where this runs alone.',
    )
  }
  const settings = takeInstanceEnvironment()
  // DRAIN=off is for the app beside us, and may come from the .env that we share.
  Object.assign(process.env, { NODE_ENV: 'production', DRAIN: 'on' })
  return settings
}
