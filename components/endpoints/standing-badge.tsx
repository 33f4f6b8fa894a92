import { CircleSlashIcon } from 'lucide-react'
import { Instant } from '@/components/ui/instant'
import { StatusBadge } from '@/components/ui/status-badge'
import type { EndpointStanding } from '@/lib/operations/endpoint-standing'

/** How an endpoint is, since when and why, in the head of its page. */
export function StandingBadge({
  standing: { condition, endpoint, failingSince },
}: {
  standing: EndpointStanding
}) {
  const { disabledAt, disabledReason } = endpoint
  switch (condition) {
    case 'active':
      return <StatusBadge tone="success">Active</StatusBadge>
    case 'failing':
      return <StatusBadge tone="danger">{sinceWhen('Failing', failingSince)}</StatusBadge>
    case 'disabled_by_you':
      return <StatusBadge tone="muted">{sinceWhen('Disabled by you', disabledAt)}</StatusBadge>
    case 'disabled_automatically':
      return (
        <StatusBadge tone="warning" icon={CircleSlashIcon} className="whitespace-normal">
          Disabled automatically: {disabledReason === 'gone' ? 'answered 410 Gone' : 'failed for five days'}
        </StatusBadge>
      )
  }
}

function sinceWhen(state: string, at: Date | null) {
  return (
    <span>
      {state}
      {at ? (
        <>
          {' '}
          since <Instant at={at} precision="minute" />
        </>
      ) : null}
    </span>
  )
}
