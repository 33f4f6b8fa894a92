import { CircleSlashIcon } from 'lucide-react'
import type { ReactNode } from 'react'
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

type Props = {
  condition: EndpointCondition
  /** Within a table. */
  plain?: boolean
  /** What follows its name: since when, why. */
  children?: ReactNode
}

export function ConditionBadge({ condition, plain, children }: Props) {
  return (
    <StatusBadge
      className={children ? 'whitespace-normal' : undefined}
      tone={tones[condition]}
      icon={condition === 'disabled_automatically' ? CircleSlashIcon : undefined}
      plain={plain}
    >
      <span>
        {conditionLabels[condition]}
        {children}
      </span>
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
    short: 'kept failing',
    cause: 'Its deliveries failed for days, without one success in between.',
  }
}
