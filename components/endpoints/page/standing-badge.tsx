import { automaticReason, ConditionBadge } from '@/components/endpoints/condition-badge'
import { Instant } from '@/components/ui/instant'
import type { EndpointStanding } from '@/lib/operations/endpoint-standing'

type Props = { standing: EndpointStanding }

/** How an endpoint is, since when or why, in the head of its page. */
export function StandingBadge({ standing: { condition, endpoint, failingSince } }: Props) {
  const since = condition === 'failing' ? failingSince : endpoint.disabledAt
  return (
    <ConditionBadge condition={condition}>
      {condition === 'disabled_automatically' ? (
        `: ${automaticReason(endpoint.disabledReason).short}`
      ) : since ? (
        <>
          {' '}
          since <Instant at={since} precision="minute" />
        </>
      ) : null}
    </ConditionBadge>
  )
}
