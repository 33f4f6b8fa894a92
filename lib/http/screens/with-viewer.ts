import { getViewer } from '@/lib/auth'
import { AppError } from '@/lib/errors'
import type { Answer } from '@/lib/http/answer'
import type { Call, Handler } from '@/lib/http/route'
import type { StoreContext } from '@/lib/operations/context'
import { contextOf, type Viewer } from '@/lib/operations/viewer'

/** A call from one of our own pages, by a signed-in person. */
export type ViewerCall = Call & { context: StoreContext; viewer: Viewer }

/** A handler of what screens read and poll: 401 without a session. Cookies open these paths alone, which change nothing. */
export function withViewer(handle: (call: ViewerCall) => Promise<Answer>): Handler {
  return async (call) => {
    const viewer = await getViewer()
    if (!viewer) throw new AppError('unauthenticated', 'Your session has ended. Sign in to continue.')
    return handle({ ...call, viewer, context: contextOf(viewer, call.requestId) })
  }
}
