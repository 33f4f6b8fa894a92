import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildApp } from './build.mjs'
import { dataFolder, root } from './checkout.mjs'
import { lastLines, run } from './child.mjs'
import { interruptEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres.mjs'
import { generateClient } from './generate.mjs'
import { checkPort } from './http-server.mjs'
import { installPackages } from './install.mjs'
import { takeInstanceLock } from './instance-lock.mjs'
import { appEnvironment, localSecrets, makeDataFolder, postgresFolder } from './local-settings.mjs'
import { watchParent } from './parent-watch.mjs'
import { superviseEmbeddedPostgres } from './postgres-supervisor.mjs'
import { createProgress } from './progress.mjs'
import { serveApp } from './serve.mjs'
import { readSettings } from './settings.mjs'
import { createShutdown } from './shutdown.mjs'
import { describeError, StartupError } from './startup-error.mjs'
import { welcomeLines } from './welcome.mjs'

const FINISH_WITHIN_MS = 20_000

/**
 * From a checkout to an app that serves, step by step; and back again, in order, when the process is to end.
 * @param {{ dev: boolean }} options
 */
export async function launch({ dev }) {
  process.chdir(root)
  // Whoever read our output may be gone before we are.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const progress = createProgress()
  const shutdown = createShutdown(progress.line)
  watchParent(
    () => void shutdown.end(0, '\nStopping: whoever started Shopbell is gone. Finishing what is in flight …'),
  )
  try {
    await steps(dev, progress, shutdown)
  } catch (error) {
    await shutdown.end(1, `\n${describeError(error)}`)
  }
}

/**
 * @param {boolean} dev
 * @param {import('./progress.mjs').Progress} progress
 * @param {ReturnType<typeof createShutdown>} shutdown
 */
async function steps(dev, { line, step }, { signal, defer }) {
  line(dev ? 'Shopbell, for development' : 'Shopbell')
  const folder = dataFolder()

  const settings = await step(
    'reading the settings',
    async () => {
      const read = readSettings()
      makeDataFolder(folder)
      defer(takeInstanceLock(folder, read.publicUrl))
      await checkPort(read)
      if (read.mode === 'local') localSecrets(folder)
      return read
    },
    ({ mode, port }) => `${mode === 'local' ? 'local mode' : 'server mode'}, port ${port}`,
  )

  await step(
    'installing the packages',
    () => installPackages({ signal }),
    (did) => (did ? 'packages installed' : 'packages are up to date'),
  )
  signal.throwIfAborted()
  await step(
    'generating the Prisma client',
    () => generateClient({ signal }),
    (did) => (did ? 'Prisma client generated' : 'Prisma client is up to date'),
  )
  signal.throwIfAborted()

  let databaseUrl = process.env.DATABASE_URL ?? ''
  if (settings.mode === 'local') {
    const server = await step(
      'starting PostgreSQL',
      (say) => {
        // However abruptly we exit, short of a kill -9, it is not left behind.
        process.on('exit', () => interruptEmbeddedPostgres(postgresFolder(folder)))
        const starting = superviseEmbeddedPostgres({ dataDir: postgresFolder(folder), signal, log: say })
        // Also one whose start is still under way.
        defer(() =>
          starting.then(
            (started) => started.stop(),
            () => stopEmbeddedPostgres(postgresFolder(folder)),
          ),
        )
        return starting
      },
      ({ adopted }) => (adopted ? 'PostgreSQL was running, and is used' : 'PostgreSQL started'),
    )
    databaseUrl = server.url
    signal.throwIfAborted()
  }
  Object.assign(process.env, appEnvironment(settings, databaseUrl), {
    NODE_ENV: dev ? 'development' : 'production',
  })

  if (existsSync(join(root, 'scripts', 'prepare.ts'))) {
    await step('preparing the database', (say) => prepareDatabase(say, signal), 'database is up to date')
    signal.throwIfAborted()
  }
  if (!dev) {
    await step(
      'building the app',
      () => buildApp({ signal }),
      (did) => (did ? 'app built' : 'app is up to date'),
    )
    signal.throwIfAborted()
  }
  await step(
    'starting the app',
    async () => {
      const starting = serveApp({ dev, host: settings.host, port: settings.port })
      defer(() => starting.then((app) => app.stop(finishDeliveries), finishDeliveries))
      await starting
    },
    'app started',
  )
  signal.throwIfAborted()
  for (const text of welcomeLines({ ...settings, folder })) line(text)
}

/**
 * Migrations, and the first store, by the project's own TypeScript.
 * @param {(line: string) => void} say
 * @param {AbortSignal} signal
 */
async function prepareDatabase(say, signal) {
  const args = ['--import', 'tsx', join(root, 'scripts', 'prepare.ts')]
  const { code, output } = await run(process.execPath, args, { signal, onLine: say })
  if (code !== 0) throw new StartupError(lastLines(output) || 'The database could not be prepared.')
}

/** Lets the drain, where it runs, stop claiming and finish what is in flight. */
async function finishDeliveries() {
  const stop = Reflect.get(globalThis, Symbol.for('shopbell.shutdown'))
  if (typeof stop === 'function') await Promise.race([stop(), sleep(FINISH_WITHIN_MS)])
}
