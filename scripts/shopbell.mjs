#!/usr/bin/env node
// `npx shopbell …`, `npm run --silent shopbell -- …`: the command line, mostly a client of the HTTP API.
import { existsSync } from 'node:fs'
import { root } from './checkout.mjs'
import { requirePackages } from './installed.mjs'
import { useInstanceEnvironment } from './local-settings.mjs'
import { StartupError } from './startup-error.mjs'

// npm has changed to the checkout, and says where it was called.
const cwd = process.cwd() === root && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd()
process.chdir(root)
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
try {
  requirePackages()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { register } = await import('tsx/esm/api')
  register()
  /** @type {typeof import('./shopbell/run')} */
  const { runShopbell } = await import(new URL('./shopbell/run.ts', import.meta.url).href)
  process.exitCode = await runShopbell(process.argv.slice(2), { cwd, findInstance: useInstanceEnvironment })
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
