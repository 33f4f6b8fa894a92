import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverEnvironment } from './postgres-cluster.mjs'
import { isServerProcess, livePostmaster } from './postgres-processes.mjs'
import { StartupError } from './startup-error.mjs'

/** @typedef {import('./postgres-user.mjs').ServerUser} ServerUser */

// Below the range from which systems give ports to outgoing connections: one of those would hold ours at a restart.
const PORTS = { first: 21_000, count: 10_000 }
const POLL_MS = 20
const RECOVERY_MS = 300_000
const SLOW_MS = 3_000
const LOG_BYTES = 16 * 1024 * 1024

/**
 * A port that is free now, the preferred one if it is.
 * @param {number | undefined} preferred
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  let port = preferred ?? randomPort()
  while (!(await isFree(port))) port = randomPort()
  return port
}

function randomPort() {
  return PORTS.first + Math.floor(Math.random() * PORTS.count)
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/**
 * Starts a postmaster in a session of its own: Ctrl-C does not reach it, and it outlives us.
 * @param {string} program
 * @param {{ cluster: string, user: ServerUser, logPath: string, settings: Record<string, string> }} options
 */
export function launchPostmaster(program, { cluster, user, logPath, settings }) {
  const before = sizeOf(logPath)
  if (before > LOG_BYTES) renameSync(logPath, `${logPath}.1`)
  const from = before > LOG_BYTES ? 0 : before
  const log = openSync(logPath, 'a', 0o600)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program, ['-D', cluster, ...flags], {
    ...user,
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  if (!child.pid) throw new StartupError(`${program} cannot be run.`)
  /** What the server has written to its log since. */
  const said = () => readFileSync(logPath).subarray(from).toString('utf8').trim()
  return { pid: child.pid, exited, said }
}

/** @param {string} path */
function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/**
 * Resolves when a process of the server that is not our child is gone.
 * @param {number} pid
 * @param {string} cluster
 * @returns {Promise<void>}
 */
export function untilGone(pid, cluster) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isServerProcess(pid, cluster)) return
      clearInterval(timer)
      resolve()
    }, 250)
    timer.unref()
  })
}

/**
 * Waits until the postmaster takes connections; false when it ended instead.
 * @param {{ pid: number, exited: Promise<void> }} server
 * @param {string} cluster
 * @param {(line: string) => void} log
 */
export async function untilReady({ pid, exited }, cluster, log) {
  const since = performance.now()
  let isGone = false
  let isTold = false
  void exited.then(() => {
    isGone = true
  })
  while (!isGone) {
    const found = livePostmaster(cluster)
    if (found?.pid === pid && found.status === 'ready') return true
    const waitedMs = performance.now() - since
    if (waitedMs > RECOVERY_MS)
      throw new StartupError(`PostgreSQL took longer than ${RECOVERY_MS / 60_000} minutes to start.`)
    if (waitedMs > SLOW_MS && !isTold)
      log('PostgreSQL was not stopped in order; it is recovering, and loses nothing')
    isTold = waitedMs > SLOW_MS
    await sleep(POLL_MS)
  }
  return false
}
