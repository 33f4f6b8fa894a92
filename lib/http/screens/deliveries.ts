import { jsonAnswer } from '@/lib/http/answer'
import { pathId } from '@/lib/http/public-id'
import { readQuery } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { getDelivery } from '@/lib/operations/deliveries'
import { getLogScreen } from '@/lib/operations/delivery-log'
import { logFilterSchema } from '@/lib/schemas/log-filter'
import { withViewer } from './with-viewer'

/** `/deliveries`: the log as its screen shows and refreshes it. */
export const screenDeliveries = route('/deliveries', {
  GET: withViewer(async ({ request, requestId, context, viewer }) => {
    const filter = logFilterSchema.parse(readQuery(request))
    return jsonAnswer(200, await getLogScreen(context, filter, viewer.timeZone), requestId)
  }),
})

/** `/deliveries/{id}`: a delivery with its attempts, while it is under way. */
export const screenDelivery = route('/deliveries/{id}', {
  GET: withViewer(async ({ requestId, params, context }) =>
    jsonAnswer(200, await getDelivery(context, pathId('dlv', params.id)), requestId),
  ),
})
