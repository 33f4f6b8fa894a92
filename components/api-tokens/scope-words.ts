import { type Scope, scopes } from '@/lib/schemas/scopes'

/** What a token with a scope may do. */
export const scopeWords: Record<Scope, string> = {
  'webhooks:read': 'See endpoints and event types.',
  'webhooks:write':
    'Create, change, enable, disable and delete endpoints, rotate secrets and send test events.',
  'events:write': 'Send events.',
  'deliveries:read': 'See events and deliveries, with what was sent and answered.',
  'deliveries:write': 'Resend deliveries, one or many, and start catch-ups.',
  'statistics:read': 'See statistics.',
  'event_types:write': 'Create, change and archive event types of this installation, for all of its stores.',
}

export type Preset = { name: string; label: string; scopes: readonly Scope[] }

/** Choices of scopes that many programs need. */
export const presets: readonly Preset[] = [
  { name: 'send', label: 'Send events', scopes: ['events:write'] },
  { name: 'read', label: 'Read only', scopes: ['webhooks:read', 'deliveries:read', 'statistics:read'] },
  { name: 'all', label: 'Everything', scopes },
]

/** The preset that stands for exactly these scopes. */
export function presetOf(chosen: readonly Scope[]): Preset | undefined {
  return presets.find(
    (preset) =>
      preset.scopes.length === chosen.length && preset.scopes.every((scope) => chosen.includes(scope)),
  )
}
