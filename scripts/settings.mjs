import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './checkout.mjs'
import { StartupError } from './startup-error.mjs'

/** @typedef {Record<string, string | undefined>} Environment */
/**
 * @typedef {object} Settings what a start needs to know before it does anything
 * @property {'local' | 'server'} mode local: with our own PostgreSQL and made-up secrets
 * @property {string} host
 * @property {number} port
 * @property {string} publicUrl without a slash at its end
 */

const SECRET = 'at least 32 characters, as “openssl rand -base64 32” makes them'

/**
 * What each variable must be, and how to get one. `needed`: with DATABASE_URL there is nothing to make it up from.
 * @type {Record<string, { needed: boolean, isValid: (value: string) => boolean, say: string }>}
 */
const RULES = {
  DATABASE_URL: {
    needed: false,
    isValid: (value) => /^postgres(ql)?:$/.test(parseUrl(value)?.protocol ?? ''),
    say: 'the address of a PostgreSQL database, like postgresql://user:password@host:5432/shopbell; without it, Shopbell runs one itself',
  },
  PUBLIC_URL: {
    needed: true,
    isValid: isOrigin,
    say: 'the address under which people open Shopbell, without a path, like https://hooks.example.com',
  },
  NEXTAUTH_SECRET: { needed: true, isValid: isSecret, say: SECRET },
  ENCRYPTION_KEYS: {
    needed: true,
    isValid: isKeyRing,
    say: 'a name, a colon and 32 random bytes in base64, like “k1:$(openssl rand -base64 32)”; several are separated by commas, and the first one encrypts',
  },
  CRON_SECRET: { needed: true, isValid: isSecret, say: SECRET },
  PORT: {
    needed: false,
    isValid: isPort,
    say: 'a port to serve on, from 1 to 65535; without it, that is 3000',
  },
}

/**
 * Reads the settings from `.env`, where there is one, and the environment, which wins. Throws one StartupError that names
 * everything missing or wrong.
 * @returns {Settings}
 */
export function readSettings() {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const problems = settingProblems(process.env)
  if (problems.length > 0) {
    throw new StartupError(
      `The settings need a change:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    )
  }
  const { DATABASE_URL, HOST, PORT, PUBLIC_URL } = process.env
  const mode = DATABASE_URL ? 'server' : 'local'
  const port = Number(PORT || 3000)
  return {
    mode,
    port,
    // What runs with made-up sign-ins is not shown to the network unless asked for.
    host: HOST || (mode === 'local' ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: new URL(PUBLIC_URL || `http://localhost:${port}`).origin,
  }
}

/**
 * A sentence for each variable that is missing or wrong. An empty variable counts as missing.
 * @param {Environment} environment
 * @returns {string[]}
 */
export function settingProblems(environment) {
  return Object.entries(RULES).flatMap(([name, { needed, isValid, say }]) => {
    const value = environment[name]
    if (value) return isValid(value) ? [] : [`${name} is not valid. It must be ${say}.`]
    return needed && environment.DATABASE_URL ? [`${name} is missing. Set it to ${say}.`] : []
  })
}

/** @param {string} value */
function parseUrl(value) {
  return URL.canParse(value) ? new URL(value) : undefined
}

/** @param {string} value */
function isOrigin(value) {
  const url = parseUrl(value)
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

/** @param {string} value */
function isSecret(value) {
  return value.length >= 32
}

/** @param {string} value */
function isKeyRing(value) {
  return value.split(',').every((entry) => {
    const [, encoded = ''] = /^[A-Za-z0-9_-]{1,32}:([A-Za-z0-9+/]{43}=?)$/.exec(entry.trim()) ?? []
    return Buffer.from(encoded, 'base64').length === 32
  })
}

/** @param {string} value */
function isPort(value) {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535
}
