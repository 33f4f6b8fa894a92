import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './checkout.mjs'
import { findEmbeddedPostgres } from './embedded-postgres.mjs'
import { findInstance } from './instance-lock.mjs'
import { readSettings } from './settings.mjs'
import { errorCode, StartupError } from './startup-error.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./settings.mjs').Environment} Environment */
/** @typedef {{ NEXTAUTH_SECRET: string, ENCRYPTION_KEYS: string, CRON_SECRET: string }} Secrets */

/** @param {string} folder */
export function postgresFolder(folder) {
  return join(folder, 'postgres')
}

/**
 * Makes the folder for what an instance makes. Nobody else gets in; under root, PostgreSQL's user must get through to its
 * own folder, though he cannot list this one, and all files in it are their owners' alone.
 * @param {string} folder
 */
export function makeDataFolder(folder) {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
}

/**
 * The secrets of local mode, made at the first start.
 * @param {string} folder
 * @returns {Secrets}
 */
export function localSecrets(folder) {
  const path = join(folder, 'secrets.json')
  const existing = readSecrets(path)
  if (existing) return existing
  if (!process.env.ENCRYPTION_KEYS && lstatSync(postgresFolder(folder), { throwIfNoEntry: false })) {
    throw new StartupError(
      `${path} is missing, and the database beside it is encrypted with the keys in it. Put it back, set ENCRYPTION_KEYS, or remove ${folder} to begin anew.`,
    )
  }
  const made = {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    CRON_SECRET: randomBytes(32).toString('base64url'),
  }
  const half = `${path}.${process.pid}`
  writeFileSync(half, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  renameSync(half, path)
  return made
}

/**
 * @param {string} path
 * @returns {Secrets | undefined}
 */
function readSecrets(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    if (!(error instanceof SyntaxError)) throw error
    throw new StartupError(
      `${path} is damaged. Put it back from a copy, or remove ${path.replace(/[^/]*$/, '')} to begin anew.`,
    )
  }
}

/**
 * The variables that the app reads, of one instance. What the person set wins over what is made up.
 * @param {Settings} settings
 * @param {string} databaseUrl
 * @param {Environment} [given]
 * @returns {Record<string, string>}
 */
export function appEnvironment({ mode, host, port, publicUrl }, databaseUrl, given = process.env) {
  const always = {
    SHOPBELL_MODE: mode,
    DATABASE_URL: databaseUrl,
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    // Without it next-auth takes itself to be at localhost:3000.
    NEXTAUTH_URL: given.NEXTAUTH_URL || publicUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  if (mode === 'server') return always
  const secrets = localSecrets(dataFolder(given))
  return {
    ...always,
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET || secrets.NEXTAUTH_SECRET,
    ENCRYPTION_KEYS: given.ENCRYPTION_KEYS || secrets.ENCRYPTION_KEYS,
    CRON_SECRET: given.CRON_SECRET || secrets.CRON_SECRET,
    // Set to nothing it is obeyed: then no private address is allowed.
    WEBHOOK_ALLOWED_CIDRS: given.WEBHOOK_ALLOWED_CIDRS ?? '127.0.0.0/8,::1/128',
  }
}

/**
 * Gives this process the environment of the checkout's instance, for commands beside it: the given database's, or that of
 * the local one, which must be running. Throws a StartupError that says what to do.
 * @returns {Settings}
 */
export function useInstanceEnvironment() {
  const settings = readSettings()
  const folder = dataFolder()
  const instance = settings.mode === 'local' ? findInstance(folder) : null
  const url = process.env.DATABASE_URL || findEmbeddedPostgres(postgresFolder(folder))?.url
  if (!url) throw new StartupError('Shopbell does not run in this folder. Start it with “npm start” first.')
  // The running instance may have been started with another PORT or PUBLIC_URL than this command.
  const publicUrl = (!process.env.PUBLIC_URL && instance?.url) || settings.publicUrl
  Object.assign(process.env, appEnvironment({ ...settings, publicUrl }, url))
  return { ...settings, publicUrl }
}
