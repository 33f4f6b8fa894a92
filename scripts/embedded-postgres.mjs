import { lstatSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgresBinaries } from './postgres-binaries.mjs'
import { DATABASE, ensureCluster, readAccess, SUPERUSER, writeAccess } from './postgres-cluster.mjs'
import { freePort, launchPostmaster, untilGone, untilReady } from './postgres-launch.mjs'
import { placeCluster } from './postgres-place.mjs'
import { clusterName, endServer, livePostmaster } from './postgres-processes.mjs'
import { serverUser } from './postgres-user.mjs'
import { errorCode, StartupError } from './startup-error.mjs'

/**
 * @typedef {object} EmbeddedPostgresOptions
 * @property {string} dataDir made when absent; the server's log is beside it, `<dataDir>.log`
 * @property {(line: string) => void} [log] told what a person waiting should know
 * @property {Record<string, string>} [settings] server settings over ours; they take effect when the server is started, not when it is adopted
 * @property {boolean} [samePort] insist on the port of the last run, because someone holds its URL
 * @property {AbortSignal} [signal] ends the making of a new data folder
 */
/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} url
 * @property {number} pid of the postmaster
 * @property {boolean} adopted it was alive already, left by a start that was killed
 * @property {Promise<void>} exited resolves when the server is no more, asked to or not
 * @property {() => Promise<void>} stop resolves when none of its processes is left
 */

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A socket's path has a limit of 107 characters, and nobody needs one.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  // The table of pending deliveries is small and changes all the time: at the standard minute it grows fivefold.
  autovacuum_naptime: '5s',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
}
const PORT_TRIES = 10

/**
 * Starts PostgreSQL on a data folder, which is made when absent, or adopts the server that is alive on it. It outlives
 * this process unless stopped.
 * @param {EmbeddedPostgresOptions} options
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startEmbeddedPostgres(options) {
  const { log = () => {}, settings = {}, samePort = false, signal } = options
  const dataDir = resolve(options.dataDir)
  const user = serverUser(dataDir)
  const bin = postgresBinaries(user)
  const cluster = await placeCluster(dataDir, user)
  await ensureCluster(cluster, { bin, user, durable: settings.fsync !== 'off', signal })
  const running = livePostmaster(cluster)
  if (running && running.status !== 'stopping') {
    const server = { pid: running.pid, exited: untilGone(running.pid, cluster) }
    if (await untilReady(server, cluster, log)) return handle(cluster, server, true)
  }
  // One that is on its way out, or the backends that a killed postmaster left: they would keep a new one from starting.
  await endServer(cluster)
  // Its number may be another process' by now, and PostgreSQL would take that for a server.
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  const logPath = `${dataDir}.log`
  for (let tries = 1; ; tries++) {
    const { password, port: last } = access(cluster)
    const port = samePort && last ? last : await freePort(last)
    if (port !== last) writeAccess(cluster, { password, port }, user)
    const all = { ...SETTINGS, ...settings, port: String(port), cluster_name: clusterName(cluster) }
    const server = launchPostmaster(join(bin, 'postgres'), { cluster, user, logPath, settings: all })
    if (await untilReady(server, cluster, log)) return handle(cluster, server, false)
    if (tries === PORT_TRIES || !/Address already in use/.test(server.said())) {
      throw new StartupError(`PostgreSQL did not start. Its log, ${logPath}, says:\n${server.said()}`)
    }
    if (samePort) await sleep(500)
  }
}

/**
 * Stops the server of a data folder, whoever started it. Nothing happens when none runs.
 * @param {string} dataDir
 */
export async function stopEmbeddedPostgres(dataDir) {
  const cluster = realCluster(dataDir)
  if (cluster) await endServer(cluster)
}

/**
 * Asks the server of a data folder to stop and does not wait for it: for the moment when a process exits.
 * @param {string} dataDir
 */
export function interruptEmbeddedPostgres(dataDir) {
  const running = findEmbeddedPostgres(dataDir)
  if (running) process.kill(running.pid, 'SIGINT')
}

/**
 * The server that runs on a data folder, if one does.
 * @param {string} dataDir
 * @returns {{ url: string, pid: number } | null}
 */
export function findEmbeddedPostgres(dataDir) {
  const cluster = realCluster(dataDir)
  const running = cluster && livePostmaster(cluster)
  return running ? { url: serverUrl(cluster), pid: running.pid } : null
}

/**
 * Stops the server and removes its data, wherever they lie, and its log.
 * @param {string} dataDir
 */
export async function removeEmbeddedPostgres(dataDir) {
  await stopEmbeddedPostgres(dataDir)
  const cluster = realCluster(dataDir)
  const isElsewhere = lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink()
  if (cluster && isElsewhere) rmSync(dirname(cluster), { recursive: true, force: true })
  for (const path of [dataDir, `${dataDir}.log`, `${dataDir}.log.1`])
    rmSync(path, { recursive: true, force: true })
}

/** @param {string} dataDir */
function realCluster(dataDir) {
  try {
    return realpathSync(dataDir)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** @param {string} cluster */
function access(cluster) {
  const found = readAccess(cluster)
  if (!found)
    throw new StartupError(`${cluster} lacks shopbell.json, which holds the password of the database.`)
  return found
}

/** @param {string} cluster */
function serverUrl(cluster) {
  const { password, port } = access(cluster)
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`
}

/**
 * @param {string} cluster
 * @param {{ pid: number, exited: Promise<void> }} server
 * @param {boolean} adopted
 * @returns {EmbeddedPostgres}
 */
function handle(cluster, { pid, exited }, adopted) {
  return { url: serverUrl(cluster), pid, adopted, exited, stop: () => endServer(cluster) }
}
