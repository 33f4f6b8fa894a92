import { StatusBadge } from '@/components/ui/status-badge'
import type { Tone } from '@/components/ui/tone'
import type { DeliveryStatus } from '@/lib/webhooks/delivery-state'
import { statusLabels } from './delivery-words'

const tones: Record<DeliveryStatus, Tone> = {
  pending: 'progress',
  retrying: 'warning',
  delivered: 'success',
  failed: 'danger',
  cancelled: 'muted',
}

/** `plain` within a table. */
export function DeliveryStatusBadge({ status, plain }: { status: DeliveryStatus; plain?: boolean }) {
  return (
    <StatusBadge tone={tones[status]} plain={plain}>
      {statusLabels[status]}
    </StatusBadge>
  )
}
