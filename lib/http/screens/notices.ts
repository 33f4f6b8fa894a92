import { jsonAnswer } from '@/lib/http/answer'
import { route } from '@/lib/http/route'
import { getNewNoticeCount } from '@/lib/operations/notices'
import { withViewer } from './with-viewer'

/** `/notices/new`: how many notices are new to the person, as the navigation shows it. */
export const screenNewNotices = route('/notices/new', {
  GET: withViewer(async ({ requestId, context, viewer }) =>
    jsonAnswer(200, { count: await getNewNoticeCount(context, viewer.userId) }, requestId),
  ),
})
