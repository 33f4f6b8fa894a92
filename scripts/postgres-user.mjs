import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode, StartupError } from './startup-error.mjs'

/** @typedef {{ uid: number, gid: number } | undefined} ServerUser whom PostgreSQL runs as; undefined: as ourselves */

/**
 * PostgreSQL refuses to run as root. Root hands it to whoever owns the data already, else to the first of these users.
 * @param {string} cluster the data folder, which may not exist yet
 * @returns {ServerUser}
 */
export function serverUser(cluster) {
  if (process.getuid?.() !== 0) return undefined
  const owner = ownerOf(cluster)
  if (owner && owner.uid !== 0) return owner
  for (const name of ['postgres', 'nobody']) {
    const entry = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
    const [, , uid = '', gid = ''] = entry?.split(':') ?? []
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StartupError(
    'PostgreSQL does not run as root, and there is no user “postgres” or “nobody” here to run it as. Start as another user, or set DATABASE_URL.',
  )
}

/** @param {string} path */
function ownerOf(path) {
  try {
    const { uid, gid } = statSync(path)
    return { uid, gid }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Whether the server's user gets into a folder, past all its ancestors.
 * @param {string} folder
 * @param {ServerUser} user
 */
export function canEnter(folder, user) {
  return !user || spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0
}

/**
 * Gives a folder and all in it to the server's user.
 * @param {string} path
 * @param {ServerUser} user
 */
export function giveTo(path, user) {
  if (!user) return
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  if (entry.uid !== user.uid) chownSync(path, user.uid, user.gid)
  if (entry.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), user)
}
