import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { StartupError } from '../startup-error.mjs'

const MOST_PROCESSES = 256

export const HELP = `Sends what is due, beside “npm start” or without it, and can serve the HTTP API, much faster than the app does.

  npm run worker -- [--processes 4] [--api-port 3001]

  --processes  how many processes; as many as there are cores unless given
  --api-port   serve the HTTP API there too, at the address in HOST

It works on the database of DATABASE_URL, or in local mode on that of the “npm start” that runs in this folder.
SIGTERM or Ctrl-C stops it: what is in flight is finished first.`

/** @typedef {{ help: boolean, processes: number, apiPort: number | null }} WorkerOptions */

/**
 * What was asked for; throws a StartupError with a sentence about what makes no sense.
 * @param {string[]} args
 * @returns {WorkerOptions}
 */
export function readWorkerOptions(args) {
  const { processes, 'api-port': apiPort, help = false } = parse(args)
  return {
    help,
    processes:
      processes === undefined
        ? availableParallelism()
        : wholeNumber('--processes', processes, MOST_PROCESSES),
    apiPort: apiPort === undefined ? null : wholeNumber('--api-port', apiPort, 65_535),
  }
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        processes: { type: 'string' },
        'api-port': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return values
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : []
    throw new StartupError(`${sentence}. See --help.`)
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} most
 */
function wholeNumber(name, text, most) {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number
  throw new StartupError(`${name} must be a whole number from 1 to ${most}. See --help.`)
}
