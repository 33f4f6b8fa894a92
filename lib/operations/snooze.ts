import { recordAudit } from '@/lib/db/audit'
import { pool, prisma } from '@/lib/db/client'
import { snoozeEndpoint as snooze } from '@/lib/db/snooze-endpoint'
import { disableAfterMs } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { StoreContext } from './context'
import { getEndpoint } from './endpoints'

/**
 * Puts the disabling of a failing endpoint off by 24 h, again each time it is asked for, up to 30 days ahead; until when.
 * Throws `not_found`, and `endpoint_unavailable` where it is disabled or no longer fails.
 */
export async function snoozeEndpoint(context: StoreContext, id: string): Promise<Date> {
  const { disabledAt } = await getEndpoint(context, id)
  const until = await snooze(pool(), context, id, disableAfterMs())
  if (!until) {
    throw new AppError(
      'endpoint_unavailable',
      disabledAt
        ? 'The endpoint is disabled already.'
        : 'The endpoint no longer fails: nothing is to be put off.',
    )
  }
  await recordAudit(prisma(), context, {
    action: 'endpoint.snoozed',
    target: `endpoint:${id}`,
    changes: { until: until.toISOString() },
  })
  return until
}
