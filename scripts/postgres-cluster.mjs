import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { endServer } from './postgres-processes.mjs'
import { giveTo } from './postgres-user.mjs'
import { errorCode, StartupError } from './startup-error.mjs'

/** @typedef {import('./postgres-user.mjs').ServerUser} ServerUser */
/** @typedef {{ password: string, port?: number }} Access how to reach the server of a cluster: kept in the cluster, 0600 */

export const SUPERUSER = 'shopbell'
export const DATABASE = 'shopbell'

/** PG* and LC_* variables of whoever starts us must not reach the server. */
export const serverEnvironment = /** @type {const} */ ({
  NODE_ENV: 'production',
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
})

/** @param {string} cluster */
function accessPath(cluster) {
  return join(cluster, 'shopbell.json')
}

/**
 * @param {string} cluster
 * @returns {Access | undefined}
 */
export function readAccess(cluster) {
  try {
    return JSON.parse(readFileSync(accessPath(cluster), 'utf8'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * @param {string} cluster
 * @param {Access} access
 * @param {ServerUser} user
 */
export function writeAccess(cluster, access, user) {
  const half = `${accessPath(cluster)}.new`
  writeFileSync(half, JSON.stringify(access), { mode: 0o600 })
  giveTo(half, user)
  renameSync(half, accessPath(cluster))
}

/**
 * Makes the data folder with its password and database when there is none. It is made under another name and then
 * renamed: a folder of this name is a whole one, however often the making was interrupted.
 * @param {string} cluster
 * @param {{ bin: string, user: ServerUser, durable: boolean, signal: AbortSignal | undefined }} options
 */
export async function ensureCluster(cluster, { bin, user, durable, signal }) {
  if (existsSync(join(cluster, 'PG_VERSION'))) return checkCluster(cluster, user)
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    throw new StartupError(`${cluster} holds something other than a database. Move it away and start again.`)
  }
  await removeHalfMade(cluster)
  const made = `${cluster}.new-${process.pid}`
  mkdirSync(made, { mode: 0o700 })
  const access = { password: randomBytes(24).toString('hex') }
  const passwordFile = join(dirname(made), `${basename(made)}.password`)
  try {
    writeFileSync(passwordFile, access.password, { mode: 0o600 })
    giveTo(made, user)
    giveTo(passwordFile, user)
    const wanted = [
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
      '-U',
      SUPERUSER,
    ]
    if (!durable) wanted.push('--no-sync')
    await finish(join(bin, 'initdb'), ['-D', made, `--pwfile=${passwordFile}`, ...wanted], { user, signal })
    const single = ['--single', '-D', made, 'postgres']
    await finish(join(bin, 'postgres'), single, { user, signal, input: `CREATE DATABASE ${DATABASE}\n` })
    writeAccess(made, access, user)
    renameSync(made, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/**
 * @param {string} cluster
 * @param {ServerUser} user
 */
function checkCluster(cluster, user) {
  if (!readAccess(cluster)) {
    throw new StartupError(
      `${cluster} is a database that Shopbell did not make. Move it away and start again.`,
    )
  }
  // A copy made by root belongs to root; PostgreSQL wants its data to be its own.
  if (user && statSync(cluster).uid !== user.uid) giveTo(cluster, user)
}

/**
 * What an interrupted start left behind.
 * @param {string} cluster
 */
async function removeHalfMade(cluster) {
  for (const entry of readdirSync(dirname(cluster), { withFileTypes: true })) {
    if (!entry.name.startsWith(`${basename(cluster)}.new-`)) continue
    const path = join(dirname(cluster), entry.name)
    if (entry.isDirectory()) await endServer(path)
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Runs one of PostgreSQL's programs to its end; throws with what it said when it failed.
 * @param {string} program
 * @param {string[]} args
 * @param {{ user: ServerUser, signal: AbortSignal | undefined, input?: string }} options
 */
async function finish(program, args, { user, signal, input = '' }) {
  const child = spawn(program, args, { ...user, cwd: '/', env: serverEnvironment, signal })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  child.stdin.on('error', () => {}).end(input)
  const [code] = await once(child, 'close')
  if (code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(output)) {
    throw new StartupError(`The database could not be made (${basename(program)}):\n${output.trim()}`)
  }
}
