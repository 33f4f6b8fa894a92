import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf } from './process-table.mjs'
import { errorCode, StartupError } from './startup-error.mjs'

/** @typedef {{ pid: number, identity: string, folder: string, url: string }} Instance */

/** @param {string} folder */
function lockPath(folder) {
  return join(folder, 'instance.json')
}

/**
 * The instance that runs on this data folder now, if there is one.
 * @param {string} folder
 * @returns {Instance | null}
 */
export function findInstance(folder) {
  try {
    const found = JSON.parse(readFileSync(lockPath(folder), 'utf8'))
    return isAlive(found, folder) ? found : null
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * @param {Partial<Instance>} instance
 * @param {string} folder
 */
function isAlive({ pid = 0, identity, folder: own }, folder) {
  // In a copy of a checkout lies a copy of this file, which speaks of the other.
  return own === realpathSync(folder) && identity !== undefined && identityOf(pid) === identity
}

/**
 * Makes this process the one instance on the data folder; throws a StartupError that names the one already there.
 * @param {string} folder
 * @param {string} url
 * @returns {() => void} gives the place back
 */
export function takeInstanceLock(folder, url) {
  const path = lockPath(folder)
  const own = `${path}.${process.pid}`
  mkdirSync(folder, { recursive: true })
  const instance = { pid: process.pid, identity: identityOf(process.pid), folder: realpathSync(folder), url }
  writeFileSync(own, JSON.stringify(instance), { mode: 0o600 })
  try {
    for (;;) {
      const other = findInstance(folder)
      if (other) {
        throw new StartupError(
          `Shopbell already runs from this folder, at ${other.url} (process ${other.pid}). Use that one, or stop it first.`,
        )
      }
      try {
        // A link is made whole or not at all: of two starts at the same moment, one gets it.
        linkSync(own, path)
        break
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
        removeStale(folder)
      }
    }
  } finally {
    rmSync(own, { force: true })
  }
  return () => {
    if (findInstance(folder)?.pid === process.pid) rmSync(path, { force: true })
  }
}

/**
 * Takes the file of a dead instance away. Should a live one have come in between, it is put back.
 * @param {string} folder
 */
function removeStale(folder) {
  const path = lockPath(folder)
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
    if (isAlive(JSON.parse(readFileSync(aside, 'utf8')), folder)) linkSync(aside, path)
  } catch (error) {
    if (!/^(ENOENT|EEXIST)$/.test(errorCode(error) ?? '') && !(error instanceof SyntaxError)) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}
