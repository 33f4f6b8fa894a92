import { setTimeout as pause } from 'node:timers/promises'
import { disconnect, hotPool, pool } from '@/lib/db/client'
import { syncClock } from '@/lib/db/database-clock'
import { deleteOutdated, dropOldPartitions } from '@/lib/db/housekeeping'
import { ensurePartitions } from '@/lib/db/partitions'
import { processSender } from '@/lib/delivery/process-sender'
import { listenForDue } from '@/lib/delivery/wake-ups'
import { env } from '@/lib/env'
import { errorText, log } from '@/lib/log'
import { watchHealth } from './health-watch'
import { mailNotices } from './mail-notices'
import { ResendRunner } from './resend-runner'

const WATCH_MS = 30_000
const MAILING_MS = 10_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

type Background = { stop(): Promise<void> }

declare global {
  // Development reloads modules; what runs beside the requests is started once.
  var shopbellBackground: Background | undefined
}

/** Starts what runs beside the requests of this process: the sender, unless DRAIN is off, the watch over endpoints, and housekeeping. Once. */
export function startBackground(): Background {
  globalThis.shopbellBackground ??= start()
  return globalThis.shopbellBackground
}

/** Ends the connections to the database: the last thing before a process ends. */
export function endBackground(): Promise<void> {
  return disconnect()
}

function start(): Background {
  const isDraining = env().DRAIN === 'on'
  const sender = processSender()
  const listener = isDraining ? listenForDue((shard) => sender.wake(shard)) : undefined
  const resends = new ResendRunner()
  if (isDraining) sender.start()
  if (isDraining) resends.start()

  const ending = new AbortController()
  const tasks = [
    every(MINUTE_MS, ending.signal, 'clock', () => syncClock(pool())),
    every(WATCH_MS, ending.signal, 'endpoint health', watchHealth),
    every(MAILING_MS, ending.signal, 'notices', () => mailNotices(ending.signal)),
    every(HOUR_MS, ending.signal, 'partitions', () => ensurePartitions(pool())),
    every(HOUR_MS, ending.signal, 'retention', async () => {
      await deleteOutdated(hotPool())
      await dropOldPartitions(pool(), env().LOG_RETENTION_DAYS)
    }),
  ]
  return {
    async stop() {
      ending.abort()
      await listener?.stop()
      await resends.stop()
      await sender.stop()
      await Promise.all(tasks)
    },
  }
}

/** Runs a task now and then again and again, `pauseMs` after it ended, until `signal`. */
async function every(
  pauseMs: number,
  signal: AbortSignal,
  name: string,
  task: () => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    await task().catch((error: unknown) =>
      log.warn(`${name}: failed, will be tried again`, { error: errorText(error) }),
    )
    await pause(pauseMs, undefined, { signal, ref: false }).catch(() => {})
  }
}
