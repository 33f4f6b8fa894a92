import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeFailure } from './commands/describe-failure'

const root = fileURLToPath(new URL('..', import.meta.url))

try {
  await prepare()
} catch (error) {
  console.error(describeFailure(error))
  process.exitCode = 1
}

/** Brings the database up to date, and makes what an empty one needs. Quick when there is nothing to do. */
async function prepare(): Promise<void> {
  const { env } = await import('@/lib/env')
  const { DATABASE_URL, SHOPBELL_MODE } = env()
  const { applyMigrations } = await import('@/lib/db/migrations')
  const applied = await applyMigrations(DATABASE_URL, join(root, 'prisma', 'migrations'))
  if (applied.length > 0)
    console.log(`applied ${applied.length === 1 ? 'a migration' : `${applied.length} migrations`}`)

  const { disconnect, pool } = await import('@/lib/db/client')
  try {
    const [{ ensurePartitions }, { syncClock }, { writeEventTypeNames }, { eventTypes }] = await Promise.all([
      import('@/lib/db/partitions'),
      import('@/lib/db/database-clock'),
      import('@/lib/db/event-type-names'),
      import('@/lib/webhooks/event-types/catalogue'),
    ])
    await ensurePartitions(pool())
    await writeEventTypeNames(
      pool(),
      eventTypes.map((type) => type.name),
    )
    const offsetMs = await syncClock(pool())
    if (SHOPBELL_MODE === 'local') await prepareDemo(offsetMs)
    else await (await import('./commands/first-store')).prepareFirstStore(process.env, console.log)
  } finally {
    await disconnect()
  }
}

async function prepareDemo(offsetMs: number): Promise<void> {
  const { ensureDemoStore } = await import('@/lib/demo/ensure-demo-store')
  await ensureDemoStore({
    folder: resolve(root, process.env.SHOPBELL_DATA_DIR || '.data'),
    port: Number(process.env.PORT || 3000),
    now: Date.now() + offsetMs,
    say: console.log,
  })
}
