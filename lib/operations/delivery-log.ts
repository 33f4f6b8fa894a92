import { now } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import type { DeliveryRow } from '@/lib/db/delivery-row'
import { listEndpointNames } from '@/lib/db/endpoint-names'
import { fromPublicId } from '@/lib/ids'
import { type LogFilterInput, logRanges } from '@/lib/schemas/log-filter'
import type { StoreContext } from './context'
import { listDeliveries } from './deliveries'
import { startOfDay } from './local-day'

const LOG_PAGE = 50

/** A row of the log on screen: a delivery with its endpoint's name. */
type LogRow = DeliveryRow & { endpointName: string; endpointIsDeleted: boolean }

/** A page of the log on screen; the cursors are deliveries' ids, null where the log ends. */
export type LogScreen = {
  rows: LogRow[]
  nextCursor: string | null
  previousCursor: string | null
  isPartial: boolean
  /** The filter names an endpoint that this store does not have. */
  isEndpointUnknown: boolean
}

/** The page of the log that an address asks for; days are those of `timeZone`. */
export async function getLogScreen(
  context: StoreContext,
  filter: LogFilterInput,
  timeZone: string,
): Promise<LogScreen> {
  const names = await listEndpointNames(pool(), context.storeId)
  const endpointId = filter.endpoint === undefined ? undefined : (fromPublicId('we', filter.endpoint) ?? '')
  if (endpointId !== undefined && !names.has(endpointId)) {
    return { rows: [], nextCursor: null, previousCursor: null, isPartial: false, isEndpointUnknown: true }
  }
  const page = await listDeliveries(context, {
    ...(filter.status ? { statuses: [filter.status] } : {}),
    ...(endpointId ? { endpointIds: [endpointId] } : {}),
    eventType: filter.type,
    httpStatus: filter.code,
    error: filter.error,
    ...instants(filter, timeZone),
    q: filter.q,
    limit: LOG_PAGE,
    ...cursors(filter),
  })
  const rows = page.rows.map((row) => {
    const endpoint = names.get(row.endpointId)
    return { ...row, endpointName: endpoint?.name ?? '', endpointIsDeleted: endpoint?.isDeleted ?? true }
  })
  return { ...page, rows, isEndpointUnknown: false }
}

function instants({ range, from, to }: LogFilterInput, timeZone: string): { since?: Date; until?: Date } {
  if (range) return { since: new Date(now().getTime() - logRanges[range]) }
  return {
    ...(from ? { since: startOfDay(from, timeZone) } : {}),
    ...(to ? { until: startOfDay(to, timeZone, 1) } : {}),
  }
}

function cursors({ after, before }: LogFilterInput): { after?: string; before?: string } {
  const older = after === undefined ? null : fromPublicId('dlv', after)
  const newer = before === undefined ? null : fromPublicId('dlv', before)
  if (older) return { after: older }
  return newer ? { before: newer } : {}
}
