import { now } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import { listDeliveriesById } from '@/lib/db/deliveries'
import { type EndpointName, listEndpointNames } from '@/lib/db/endpoint-names'
import { listWarnedEvents } from '@/lib/db/events'
import type { ResendFilter } from '@/lib/db/resend-jobs'
import { fromPublicId } from '@/lib/ids'
import { type LogFilterInput, logRanges, readLogFilter } from '@/lib/schemas/log-filter'
import type { ResendSelection } from '@/lib/schemas/resend'
import type { StoreContext } from './context'
import { countDeliveries, type DeliverySearch, listDeliveries } from './deliveries'
import { startOfDay } from './local-day'
import { type LogRow, toLogRow } from './log-rows'

const LOG_PAGE = 50
const MOST_COUNTED = 10_000
const COUNT_BUDGET_MS = 200
/** Nothing has it: for an id that is none. */
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** A page of the log on screen; the cursors are deliveries' ids, null where the log ends. */
export type LogScreen = {
  rows: LogRow[]
  nextCursor: string | null
  previousCursor: string | null
  isPartial: boolean
  /** The filter names an endpoint that this store does not have. */
  isEndpointUnknown: boolean
}

/** How many deliveries match; null where that could not be said in time. With `isCapped` there may be more. */
export type LogCount = { count: number | null; isCapped: boolean }

/** The page of the log that an address asks for; days are those of `timeZone`. */
export async function getLogScreen(
  context: StoreContext,
  filter: LogFilterInput,
  timeZone: string,
): Promise<LogScreen> {
  const endpoints = await listEndpointNames(pool(), context)
  const search = toSearch(filter, endpoints, timeZone)
  if (!search)
    return { rows: [], nextCursor: null, previousCursor: null, isPartial: false, isEndpointUnknown: true }
  const page = await listDeliveries(context, { ...search, limit: LOG_PAGE, ...cursors(filter) })
  const warned = await findWarned(context, page.rows)
  return { ...page, rows: page.rows.map((row) => toLogRow(row, endpoints, warned)), isEndpointUnknown: false }
}

/** How many deliveries the filters of an address match, whichever page it asks for. */
export async function countLog(
  context: StoreContext,
  filter: LogFilterInput,
  timeZone: string,
): Promise<LogCount> {
  const search = toSearch(filter, await listEndpointNames(pool(), context), timeZone)
  if (!search) return { count: 0, isCapped: false }
  const count = await countDeliveries(context, search, { most: MOST_COUNTED, budgetMs: COUNT_BUDGET_MS })
  return { count, isCapped: count === MOST_COUNTED }
}

/** These deliveries of the store as they are now; those that it does not have are left out. */
export async function listLogRows(context: StoreContext, ids: readonly string[]): Promise<LogRow[]> {
  const [rows, endpoints] = await Promise.all([
    listDeliveriesById(pool(), context, ids),
    listEndpointNames(pool(), context),
  ])
  const warned = await findWarned(context, rows)
  return rows.map((row) => toLogRow(row, endpoints, warned))
}

function findWarned(
  context: StoreContext,
  rows: readonly { eventId: string }[],
): Promise<ReadonlySet<string>> {
  return listWarnedEvents(
    pool(),
    context,
    rows.map(({ eventId }) => eventId),
  )
}

/** Null where the filter names an endpoint that the store does not have. */
function toSearch(
  filter: LogFilterInput,
  endpoints: ReadonlyMap<string, EndpointName>,
  timeZone: string,
): Omit<DeliverySearch, 'limit' | 'after' | 'before'> | null {
  const endpointId = filter.endpoint === undefined ? undefined : (fromPublicId('we', filter.endpoint) ?? '')
  if (endpointId !== undefined && !endpoints.has(endpointId)) return null
  return {
    ...(filter.status ? { statuses: [filter.status] } : {}),
    ...(endpointId ? { endpointIds: [endpointId] } : {}),
    eventType: filter.type,
    httpStatus: filter.code,
    error: filter.error,
    ...instants(filter, timeZone),
    q: filter.q,
    ...(filter.resend === undefined ? {} : { resendId: fromPublicId('rs', filter.resend) ?? NO_ID }),
  }
}

/** What a screen asks to resend, as a bulk resend takes it; days are those of `timeZone`. */
export function toResendFilter(selection: ResendSelection, timeZone: string): ResendFilter {
  const { includeDelivered } = selection
  if ('ids' in selection) return { deliveryIds: selection.ids, includeDelivered }
  const filter = readLogFilter(new URLSearchParams(selection.query))
  const { since, until } = instants(filter, timeZone)
  return {
    endpointId: filter.endpoint === undefined ? undefined : (fromPublicId('we', filter.endpoint) ?? NO_ID),
    eventType: filter.type,
    status: filter.status,
    httpStatus: filter.code,
    error: filter.error,
    since: since?.toISOString(),
    until: until?.toISOString(),
    q: filter.q,
    resendId: filter.resend === undefined ? undefined : (fromPublicId('rs', filter.resend) ?? NO_ID),
    includeDelivered: includeDelivered || filter.status === 'delivered',
  }
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
