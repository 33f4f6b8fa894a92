/** What an API token may do. */
export const scopes = [
  'webhooks:read',
  'webhooks:write',
  'events:write',
  'deliveries:read',
  'deliveries:write',
  'statistics:read',
  'event_types:write',
] as const

export type Scope = (typeof scopes)[number]

export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text)
}
