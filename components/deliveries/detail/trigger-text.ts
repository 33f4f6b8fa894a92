import { triggerLabels } from '@/components/deliveries/delivery-words'
import type { Attempt } from './use-delivery'

/** What caused an attempt, and where a person or a program asked for it, who: “Resend by Mira Petersen”. */
export function triggerText({
  trigger,
  actor,
  actorName,
  resendId,
}: Pick<Attempt, 'trigger' | 'actor' | 'actorName' | 'resendId'>): string {
  const label = trigger === 'resend' && resendId !== null ? 'Bulk resend' : triggerLabels[trigger]
  if (actor === null) return label
  const kind = actor.split(':')[0] ?? ''
  if (actorName !== null) return `${label} by ${kind === 'token' ? 'token ' : ''}${actorName}`
  return `${label} by ${strangers[kind] ?? actor}`
}

const strangers: Record<string, string | undefined> = {
  user: 'a person who is no longer known',
  token: 'an API token that is no longer known',
}
