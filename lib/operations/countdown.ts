import { now } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import { type HealthRow, listHealth } from '@/lib/db/endpoint-health'
import { disableAfterMs } from '@/lib/env'
import { disablesAt } from '@/lib/webhooks/endpoint-health'
import type { StoreContext } from './context'

/**
 * When a failing endpoint will be disabled: at the first failed attempt from `at` on. `isOver`: that is the next one.
 * `isSnoozed`: a person put it off until then.
 */
type Countdown = { at: Date; isOver: boolean; isSnoozed: boolean }

/** What an endpoint suffers from; `pausedUntil` only while its deliveries are held back. */
export type Suffering = { failingSince: Date | null; countdown: Countdown | null; pausedUntil: Date | null }

/** What an endpoint suffers from by its health; a disabled one is past its countdown. */
export function sufferingOf(
  { disabledAt }: { disabledAt: Date | null },
  health: HealthRow | undefined,
): Suffering {
  if (!health) return { failingSince: null, countdown: null, pausedUntil: null }
  const { failingSince, pausedUntil, snoozedUntil } = health
  if (disabledAt) return { failingSince, countdown: null, pausedUntil: null }
  const at = disablesAt(health, disableAfterMs())
  return {
    failingSince,
    countdown: at && { at, isOver: at <= now(), isSnoozed: at.getTime() === snoozedUntil?.getTime() },
    pausedUntil: pausedUntil && pausedUntil > now() ? pausedUntil : null,
  }
}

/** When each of a store's failing endpoints will be disabled, by its id; those that are disabled count as well. */
export async function listDisableTimes({ shard, storeId }: StoreContext): Promise<Map<string, Date>> {
  const health = await listHealth(pool(), shard, storeId)
  return new Map(
    [...health].flatMap(([id, row]) => {
      const at = disablesAt(row, disableAfterMs())
      return at ? [[id, at]] : []
    }),
  )
}
