import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './checkout.mjs'
import { StartupError } from './startup-error.mjs'

const MADE_BY_START = ['node_modules/tsx', 'node_modules/pg', 'lib/db/generated/client.ts']

/** Throws a StartupError where there is nothing yet that commands could run with. */
export function requirePackages() {
  if (MADE_BY_START.every((path) => existsSync(join(root, path)))) return
  throw new StartupError('The packages are not installed yet. Run “npm start” first.')
}
