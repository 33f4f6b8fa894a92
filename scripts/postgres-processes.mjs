import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasProc } from './process-table.mjs'
import { errorCode } from './startup-error.mjs'

const POLL_MS = 20
const FAST_SHUTDOWN_MS = 10_000
const IMMEDIATE_SHUTDOWN_MS = 5_000

/**
 * The name a server carries in the titles of all its processes: it tells whose they are where /proc may not be read.
 * @param {string} cluster the real path of the data folder
 */
export function clusterName(cluster) {
  return `shopbell-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
}

/**
 * Whether a process is one of the server on this very data folder.
 * @param {number} pid
 * @param {string} cluster the real path of the data folder
 */
export function isServerProcess(pid, cluster) {
  if (!hasProc) {
    const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
    return command.includes(clusterName(cluster))
  }
  try {
    // A program that was replaced on disk while it runs (npm ci) has this added to its path.
    const program = readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '')
    return program.endsWith('/postgres') && readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch (error) {
    return /^(EACCES|EPERM)$/.test(errorCode(error) ?? '') && isNamedProcess(pid, cluster)
  }
}

/**
 * In a container root may lack the right to read another user's /proc entries: there the title and the owner tell.
 * @param {number} pid
 * @param {string} cluster
 */
function isNamedProcess(pid, cluster) {
  try {
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return title.includes(clusterName(cluster)) && statSync(`/proc/${pid}`).uid === statSync(cluster).uid
  } catch {
    return false
  }
}

/**
 * Every process of the server on this data folder, those a dead postmaster left behind included.
 * @param {string} cluster
 * @returns {number[]}
 */
export function serverProcesses(cluster) {
  if (hasProc) {
    const pids = readdirSync('/proc').map(Number)
    return pids.filter((pid) => pid > 0 && isServerProcess(pid, cluster))
  }
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
  const lines = stdout.split('\n').filter((line) => line.includes(clusterName(cluster)))
  return lines.map((line) => Number.parseInt(line, 10))
}

/**
 * The postmaster that is alive on this data folder.
 * @param {string} cluster
 * @returns {{ pid: number, port: number, status: string } | null}
 */
export function livePostmaster(cluster) {
  try {
    const [pid = '', , , port = '', , , , status = ''] = readFileSync(
      join(cluster, 'postmaster.pid'),
      'utf8',
    ).split('\n')
    if (!isServerProcess(Number(pid), cluster)) return null
    return { pid: Number(pid), port: Number(port), status: status.trim() }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Waits until a process of the server has ended; false when it has not by then.
 * @param {number} pid
 * @param {string} cluster
 * @param {number} withinMs
 */
async function hasEnded(pid, cluster, withinMs) {
  const until = performance.now() + withinMs
  while (isServerProcess(pid, cluster)) {
    if (performance.now() > until) return false
    await sleep(POLL_MS)
  }
  return true
}

/**
 * Ends the server on this data folder, whatever state it is in: politely, then as after a power cut, which loses
 * nothing that was committed. Resolves when none of its processes is left.
 * @param {string} cluster
 */
export async function endServer(cluster) {
  const postmaster = livePostmaster(cluster)
  if (postmaster) {
    send(postmaster.pid, 'SIGINT')
    await hasEnded(postmaster.pid, cluster, FAST_SHUTDOWN_MS)
  }
  for (const signal of /** @type {const} */ (['SIGQUIT', 'SIGKILL'])) {
    const left = serverProcesses(cluster)
    for (const pid of left) send(pid, signal)
    await Promise.all(left.map((pid) => hasEnded(pid, cluster, IMMEDIATE_SHUTDOWN_MS)))
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}
