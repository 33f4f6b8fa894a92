import { StatusBadge } from '@/components/ui/status-badge'
import type { Tone } from '@/components/ui/tone'
import type { EventSubscriber } from '@/lib/operations/event-subscribers'

const looks: Record<EventSubscriber['condition'], { tone: Tone; label: string }> = {
  active: { tone: 'success', label: 'Active' },
  failing: { tone: 'danger', label: 'Failing' },
  disabled_by_you: { tone: 'muted', label: 'Disabled by you' },
  disabled_automatically: { tone: 'danger', label: 'Disabled automatically' },
}

export function SubscriberStatus({ condition }: Pick<EventSubscriber, 'condition'>) {
  const { tone, label } = looks[condition]
  return (
    <StatusBadge plain tone={tone}>
      {label}
    </StatusBadge>
  )
}
