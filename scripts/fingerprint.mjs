import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './checkout.mjs'
import { errorCode } from './startup-error.mjs'

/**
 * A hash of texts and of the contents of files; of folders, of all files in them that `takes` lets in. Absent paths count as absent.
 * @param {{ texts?: string[], paths?: string[], takes?: (path: string) => boolean }} of
 */
export function fingerprint({ texts = [], paths = [], takes = () => true }) {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}\0${text}`)
  /** @param {string} path */
  const add = (path) => {
    const entry = takes(path) ? statSync(path, { throwIfNoEntry: false }) : undefined
    if (entry?.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else if (entry) {
      const content = readFileSync(path)
      // Relative, so that a copy of the checkout is the same.
      hash.update(`${relative(root, path)}\0${content.length}\0`).update(content)
    }
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

/**
 * Does slow work only when its inputs differ from those of the last time it was finished. Interrupted, it is done again.
 * @param {string} marker the file that remembers
 * @param {string} inputs their fingerprint
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether it was done
 */
export async function unlessUnchanged(marker, inputs, work) {
  if (readMarker(marker) === inputs) return false
  rmSync(marker, { force: true })
  await work()
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(marker, inputs)
  return true
}

/** @param {string} marker */
function readMarker(marker) {
  try {
    return readFileSync(marker, 'utf8')
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test(errorCode(error) ?? '')) return undefined
    throw error
  }
}
