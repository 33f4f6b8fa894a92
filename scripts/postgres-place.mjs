import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { endServer } from './postgres-processes.mjs'
import { canEnter } from './postgres-user.mjs'
import { errorCode } from './startup-error.mjs'

/** @typedef {import('./postgres-user.mjs').ServerUser} ServerUser */

/**
 * A folder outside the checkout for what belongs to a path inside it, where only that user gets in.
 * @param {string} path
 * @param {{ uid: number, gid: number }} user
 */
export function elsewhere(path, user) {
  const hash = createHash('sha256').update(`${user.uid} ${path}`).digest('hex').slice(0, 16)
  const folder = join('/var/lib/shopbell', hash)
  mkdirSync(folder, { recursive: true })
  // Not by the mode given to mkdir: a strict umask would take from it.
  chmodSync(dirname(folder), 0o755)
  chmodSync(folder, 0o700)
  chownSync(folder, user.uid, user.gid)
  return folder
}

/**
 * Where the data of `dataDir` really lies, or will: there, or where the server's user gets when he does not get there.
 * In the second case `dataDir` is a symbolic link to it.
 * @param {string} dataDir
 * @param {ServerUser} user
 * @returns {Promise<string>}
 */
export async function placeCluster(dataDir, user) {
  mkdirSync(dirname(dataDir), { recursive: true })
  const path = join(realpathSync(dirname(dataDir)), basename(dataDir))
  const kind = lstatSync(path, { throwIfNoEntry: false })
  if (!user) return kind?.isSymbolicLink() ? realpathSync(path) : path
  if (!kind?.isSymbolicLink() && canEnter(dirname(path), user)) return path
  const home = elsewhere(path, user)
  const cluster = join(home, 'data')
  const before = kind?.isSymbolicLink() ? readlinkSync(path) : undefined
  if (before === cluster) return cluster
  // Whatever lies there belongs to a folder of this name that was removed since. One such is kept, in case it was not meant.
  if (existsSync(cluster)) {
    await endServer(cluster)
    rmSync(join(home, 'data.removed'), { recursive: true, force: true })
    renameSync(cluster, join(home, 'data.removed'))
  }
  if (before) {
    // This checkout was moved here, and its data follow; or it is a copy of one that still has them, and begins anew.
    if (existsSync(before) && !isLinked(before)) {
      await endServer(before)
      renameSync(before, cluster)
    }
    rmSync(path)
  } else if (kind) {
    await endServer(path)
    move(path, cluster)
  }
  symlinkSync(cluster, path)
  writeFileSync(join(home, 'of'), path)
  return cluster
}

/**
 * Whether the checkout that a folder elsewhere was made for still points to it.
 * @param {string} cluster
 */
function isLinked(cluster) {
  try {
    return readlinkSync(readFileSync(join(dirname(cluster), 'of'), 'utf8')) === cluster
  } catch {
    return false
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function move(from, to) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error
    const half = `${to}.new-move`
    rmSync(half, { recursive: true, force: true })
    cpSync(from, half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, to)
    rmSync(from, { recursive: true })
  }
}
