import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './checkout.mjs'
import { lastLines, run } from './child.mjs'
import { fingerprint, unlessUnchanged } from './fingerprint.mjs'
import { describeError, StartupError } from './startup-error.mjs'

/**
 * Generates the Prisma client, unless the one that is there was made from this schema by this version.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<boolean>} whether it was generated
 */
export function generateClient({ signal } = {}) {
  const schema = join(root, 'prisma', 'schema.prisma')
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'prisma', 'package.json'), 'utf8'))
  const marker = join(root, 'lib', 'db', 'generated', '.shopbell-generated')
  return unlessUnchanged(marker, fingerprint({ texts: [version], paths: [schema] }), async () => {
    const prisma = join(root, 'node_modules', 'prisma', 'build', 'index.js')
    const { code, output } = await run(
      process.execPath,
      [prisma, 'generate', '--config', 'prisma/prisma.config.ts'],
      {
        signal,
        env: {
          // Prisma would download its engine, which generating does not run: any file stands in for it.
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      },
    )
    if (code !== 0) throw new StartupError(`The Prisma client could not be generated:\n${lastLines(output)}`)
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await generateClient()
  } catch (error) {
    console.error(describeError(error))
    process.exitCode = 1
  }
}
