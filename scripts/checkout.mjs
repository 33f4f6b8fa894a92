import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this checkout, wherever it was started from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Where this instance keeps what it makes: database, secrets, demo sign-ins.
 * @param {Record<string, string | undefined>} environment
 */
export function dataFolder(environment = process.env) {
  return resolve(root, environment.SHOPBELL_DATA_DIR || '.data')
}
