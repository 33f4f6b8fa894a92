import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './checkout.mjs'
import { lastLines, run } from './child.mjs'
import { fingerprint, unlessUnchanged } from './fingerprint.mjs'
import { StartupError } from './startup-error.mjs'

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'public']
const ROOT_FILES =
  /^(next\.config\.\w+|postcss\.config\.\w+|tsconfig\.json|package-lock\.json|instrumentation(-client)?\.ts|proxy\.ts)$/
const generated = join(root, 'lib', 'db', 'generated')

/**
 * Builds the app for production, unless the build that is there was made from these sources.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildApp({ signal } = {}) {
  const next = join(root, '.next')
  const marker = join(next, 'shopbell-build')
  if (!existsSync(join(next, 'BUILD_ID'))) rmSync(marker, { force: true })
  return unlessUnchanged(marker, sources(), async () => {
    const cli = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
    const { code, output } = await run(process.execPath, [cli, 'build'], {
      signal,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    if (code !== 0) throw new StartupError(`The build failed:\n${lastLines(output, 80)}`)
  })
}

function sources() {
  const files = readdirSync(root).filter((name) => ROOT_FILES.test(name))
  const [nodeMajor = ''] = process.versions.node.split('.')
  const inlined = Object.entries(process.env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'))
  return fingerprint({
    texts: [nodeMajor, ...inlined.map(String).sort()],
    paths: [...FOLDERS, ...files].map((name) => join(root, name)),
    takes: (path) => path !== generated && !/\.test\.tsx?$/.test(path),
  })
}
