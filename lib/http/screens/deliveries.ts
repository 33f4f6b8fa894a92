import { jsonAnswer } from '@/lib/http/answer'
import { pathId } from '@/lib/http/public-id'
import { parseQuery } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { fromPublicId } from '@/lib/ids'
import { countLog, getLogScreen, listLogRows } from '@/lib/operations/delivery-log'
import { getDeliveryScreen } from '@/lib/operations/delivery-screen'
import { deliveryIdsQuery } from '@/lib/schemas/delivery'
import { readLogFilter } from '@/lib/schemas/log-filter'
import { withViewer } from './with-viewer'

/** `/deliveries`: the log as its screen shows it. */
export const screenDeliveries = route('/deliveries', {
  GET: withViewer(async ({ request, requestId, context, viewer }) => {
    const filter = readLogFilter(new URL(request.url).searchParams)
    return jsonAnswer(200, await getLogScreen(context, filter, viewer.timeZone), requestId)
  }),
})

/** `/deliveries/count`: how many deliveries the log's filters match. */
export const screenDeliveryCount = route('/deliveries/count', {
  GET: withViewer(async ({ request, requestId, context, viewer }) => {
    const filter = readLogFilter(new URL(request.url).searchParams)
    return jsonAnswer(200, await countLog(context, filter, viewer.timeZone), requestId)
  }),
})

/** `/deliveries/states?ids=dlv_…,dlv_…`: rows of the log as they are now. */
export const screenDeliveryStates = route('/deliveries/states', {
  GET: withViewer(async ({ request, requestId, context }) => {
    const { ids } = parseQuery(deliveryIdsQuery, request)
    const known = ids.flatMap((id) => fromPublicId('dlv', id) ?? [])
    return jsonAnswer(200, { rows: await listLogRows(context, known) }, requestId)
  }),
})

/** `/deliveries/{id}`: a delivery with its attempts, while it is under way. */
export const screenDelivery = route('/deliveries/{id}', {
  GET: withViewer(async ({ requestId, params, context }) =>
    jsonAnswer(200, await getDeliveryScreen(context, pathId('dlv', params.id)), requestId),
  ),
})
