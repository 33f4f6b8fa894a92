import { pool, prisma } from '@/lib/db/client'
import { disableFailing } from '@/lib/db/disable-automatically'
import { addNotice, type NoticeDetails } from '@/lib/db/notices'
import {
  forgetWarned,
  listEndpointsToTell,
  noteWarned,
  type WatchedEndpoint,
} from '@/lib/db/watched-endpoints'
import { disableAfterMs } from '@/lib/env'
import { errorText, log } from '@/lib/log'
import { disablesAt, nextNotice } from '@/lib/webhooks/endpoint-health'
import { findLastFailure } from './last-failure'

const AT_A_TIME = 200

/**
 * Looks once after the endpoints of all stores that fail or were warned of: notes the warnings and recoveries that are due,
 * and disables those whose time is over. Any number of processes may do it at once; each step happens once. Returns how
 * many steps this call took.
 */
export async function watchHealth(): Promise<number> {
  let steps = 0
  for (const endpoint of await listEndpointsToTell(pool(), disableAfterMs(), AT_A_TIME)) {
    // One that cannot be looked after must not keep the others waiting.
    const isDone = await lookAfter(endpoint).catch((error: unknown) => {
      log.warn('an endpoint’s health could not be looked after', {
        endpointId: endpoint.id,
        error: errorText(error),
      })
      return false
    })
    if (isDone) steps++
  }
  return steps
}

async function lookAfter(endpoint: WatchedEndpoint): Promise<boolean> {
  const kind = nextNotice(endpoint, disableAfterMs())
  switch (kind) {
    case 'recovered':
      return tellRecovered(endpoint)
    case 'failing_50':
      return tellWarned(endpoint, kind, 50)
    case 'failing_90':
      return tellWarned(endpoint, kind, 90)
    case 'disabled_failing':
      return disable(endpoint)
    default:
      return false
  }
}

async function tellWarned(
  endpoint: WatchedEndpoint,
  kind: 'failing_50' | 'failing_90',
  percent: number,
): Promise<boolean> {
  const details = await detailsOf(endpoint)
  return prisma().$transaction(async (tx) => {
    if (!(await noteWarned(tx, endpoint, percent))) return false
    await addNotice(tx, { storeId: endpoint.storeId, endpointId: endpoint.id, kind, details })
    return true
  })
}

async function tellRecovered(endpoint: WatchedEndpoint): Promise<boolean> {
  const { storeId, id: endpointId, name, url, isInUse, warnedSince } = endpoint
  const failingSince = warnedSince?.toISOString() ?? null
  return prisma().$transaction(async (tx) => {
    if (!(await forgetWarned(tx, endpoint))) return false
    if (!isInUse) return true
    const details = { name, url, failingSince, disablesAt: null, failure: null }
    await addNotice(tx, { storeId, endpointId, kind: 'recovered', details })
    return true
  })
}

async function disable(endpoint: WatchedEndpoint): Promise<boolean> {
  const { storeId, id } = endpoint
  const details = await detailsOf(endpoint)
  const isDisabled = await disableFailing(storeId, id, details, (tx) => noteWarned(tx, endpoint, 100))
  if (isDisabled) log.info('an endpoint was disabled, it failed for too long', { endpointId: id })
  return isDisabled
}

async function detailsOf(endpoint: WatchedEndpoint): Promise<NoticeDetails> {
  const { id, name, url, failingSince } = endpoint
  const failure = await findLastFailure(endpoint, id)
  return {
    name,
    url,
    failingSince: failingSince?.toISOString() ?? null,
    disablesAt: disablesAt(endpoint, disableAfterMs())?.toISOString() ?? null,
    failure: failure && { error: failure.error, httpStatus: failure.httpStatus },
  }
}
