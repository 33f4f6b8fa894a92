import { logQuery } from '@/components/deliveries/log/log-address'
import { now } from '@/lib/clock'
import { jsonView } from '@/lib/json-view'
import { getLogScreen } from '@/lib/operations/delivery-log'
import { listEndpointChoices } from '@/lib/operations/endpoint-choices'
import { getEventCatalogue } from '@/lib/operations/event-types'
import { contextOf, type Viewer } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'
import { readLogFilter } from '@/lib/schemas/log-filter'

type Query = Record<string, string | string[] | undefined>

/** What the log begins with: the page that the address asks for, within one endpoint's log where `endpointId` (public) is given. */
export async function logProps(viewer: Viewer, query: Query, endpointId?: string) {
  const context = contextOf(viewer, null)
  const { types, archived } = getEventCatalogue()
  const asked = readLogFilter(new URLSearchParams(pairsOf(query)))
  const filter = endpointId === undefined ? asked : { ...asked, endpoint: endpointId }
  const [page, endpoints] = await Promise.all([
    getLogScreen(context, filter, viewer.timeZone),
    listEndpointChoices(context),
  ])
  return {
    first: { query: logQuery(filter), at: now().getTime(), page: jsonView(page) },
    endpoints,
    eventTypes: [...types, ...archived].map(({ name }) => name),
    mayResend: can(viewer.role, 'deliveries:resend'),
  }
}

function pairsOf(query: Query): string[][] {
  return Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each]))
}
