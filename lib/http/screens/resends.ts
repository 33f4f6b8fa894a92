import { jsonAnswer } from '@/lib/http/answer'
import { pathId } from '@/lib/http/public-id'
import { route } from '@/lib/http/route'
import { countMissed } from '@/lib/operations/catch-up'
import { getResendScreen, listResends } from '@/lib/operations/resends'
import { withViewer } from './with-viewer'

/** A page shows it where it is known soon. */
const MISSED_BUDGET_MS = 2_000

/** `/resends`: the store's last bulk resends and catch-ups. */
export const screenResends = route('/resends', {
  GET: withViewer(async ({ requestId, context }) =>
    jsonAnswer(200, { resends: await listResends(context) }, requestId),
  ),
})

/** `/resends/{id}`: how far one is. */
export const screenResend = route('/resends/{id}', {
  GET: withViewer(async ({ requestId, params, context }) =>
    jsonAnswer(200, await getResendScreen(context, pathId('rs', params.id)), requestId),
  ),
})

/** `/endpoints/{id}/missed`: how much an endpoint missed while it was disabled. */
export const screenMissed = route('/endpoints/{id}/missed', {
  GET: withViewer(async ({ requestId, params, context }) =>
    jsonAnswer(200, await countMissed(context, pathId('we', params.id), MISSED_BUDGET_MS), requestId),
  ),
})
