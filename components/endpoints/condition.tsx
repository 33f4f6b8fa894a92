import { CircleSlashIcon } from 'lucide-react'
import { StatusBadge } from '@/components/ui/status-badge'
import type { Tone } from '@/components/ui/tone'
import type { EndpointCondition } from '@/lib/operations/endpoint-summaries'

export const conditionLabels: Record<EndpointCondition, string> = {
  failing: 'Failing',
  disabled_automatically: 'Disabled automatically',
  active: 'Active',
  disabled_by_you: 'Disabled by you',
}

const tones: Record<EndpointCondition, Tone> = {
  failing: 'danger',
  disabled_automatically: 'warning',
  active: 'success',
  disabled_by_you: 'muted',
}

/** `plain` within a table. */
export function ConditionBadge({ condition, plain }: { condition: EndpointCondition; plain?: boolean }) {
  return (
    <StatusBadge
      tone={tones[condition]}
      icon={condition === 'disabled_automatically' ? CircleSlashIcon : undefined}
      plain={plain}
    >
      {conditionLabels[condition]}
    </StatusBadge>
  )
}

/** Why an endpoint was disabled without anybody asking for it, in a few words and in a sentence. */
export function automaticReason(reason: string | null): { short: string; cause: string } {
  if (reason === 'gone') {
    return {
      short: 'answered 410 Gone',
      cause: 'Its receiver answered 410 Gone, which says that nothing listens at this URL any more.',
    }
  }
  return {
    short: 'failed for days',
    cause: 'Its deliveries failed for days, without one success in between.',
  }
}
