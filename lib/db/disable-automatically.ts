import { GONE } from '@/lib/webhooks/delivery-state'
import { recordAudit } from './audit'
import { type DisabledReason, disableEndpoint, type WithDisabling } from './endpoint-state'
import { addNotice, type NoticeDetails } from './notices'

/** Who acts where nobody does. */
const SYSTEM = 'system'

/** Disables an endpoint whose receiver answered 410, and tells its store. Says whether it was enabled until now. */
export function disableGone(storeId: string, endpointId: string): Promise<boolean> {
  return disableAutomatically(storeId, endpointId, 'gone', {
    failingSince: null,
    disablesAt: null,
    failure: { error: 'http_error', httpStatus: GONE },
  })
}

/**
 * Disables an endpoint that has failed for too long, where `onlyIf` still says so within the transaction, and tells its
 * store. Says whether this call did it.
 */
export function disableFailing(
  storeId: string,
  endpointId: string,
  details: Pick<NoticeDetails, 'failingSince' | 'disablesAt' | 'failure'>,
  onlyIf: NonNullable<WithDisabling['onlyIf']>,
): Promise<boolean> {
  return disableAutomatically(storeId, endpointId, 'failing', details, onlyIf)
}

function disableAutomatically(
  storeId: string,
  endpointId: string,
  reason: Exclude<DisabledReason, 'manual'>,
  details: Pick<NoticeDetails, 'failingSince' | 'disablesAt' | 'failure'>,
  onlyIf?: WithDisabling['onlyIf'],
): Promise<boolean> {
  return disableEndpoint(storeId, endpointId, reason, {
    ...(onlyIf ? { onlyIf } : {}),
    also: async (tx, { name, url, email }) => {
      await addNotice(tx, {
        storeId,
        endpointId,
        kind: `disabled_${reason}`,
        details: { name, url: url ?? email, ...details },
      })
      await recordAudit(
        tx,
        { storeId, actor: SYSTEM, requestId: null },
        { action: 'endpoint.disabled', target: `endpoint:${endpointId}`, changes: { reason } },
      )
    },
  })
}
