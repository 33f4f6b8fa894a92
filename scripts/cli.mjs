// `npm run <command> -- …`: gives the command the environment of this checkout's instance, and runs it.
import { root } from './checkout.mjs'
import { requirePackages } from './installed.mjs'
import { useInstanceEnvironment } from './local-settings.mjs'
import { StartupError } from './startup-error.mjs'

/** @typedef {import('./commands/command').Command} Command */

process.chdir(root)
// Whoever reads our output, like `head`, may be gone before we are.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
const [name = '', ...args] = process.argv.slice(2)
try {
  process.exitCode = await runCommand(name, args)
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/**
 * @param {string} name of the file in scripts/commands
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function runCommand(name, args) {
  requirePackages()
  const { register } = await import('tsx/esm/api')
  register()
  const load = (/** @type {string} */ file) => import(new URL(`./commands/${file}.ts`, import.meta.url).href)
  /** @type {{ execute: typeof import('./commands/execute').execute }} */
  const { execute } = await load('execute')
  /** @type {{ command: Command }} */
  const { command } = await load(name)
  return execute(command, args, useInstanceEnvironment)
}
