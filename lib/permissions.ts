/** What a person can be in a store. */
export type Role = 'operator' | 'support' | 'admin'

/** What can be allowed on screen; reading endpoints, log, statistics and catalogue is everybody's. */
export type Permission =
  | 'endpoints:write'
  | 'secrets:reveal'
  | 'test_sends:write'
  | 'deliveries:resend'
  | 'event_types:write'
  | 'store:administer'

const allowed: Record<Permission, readonly Role[]> = {
  'endpoints:write': ['operator', 'admin'],
  'secrets:reveal': ['operator', 'admin'],
  'test_sends:write': ['operator', 'admin'],
  'deliveries:resend': ['operator', 'support', 'admin'],
  'event_types:write': ['admin'],
  'store:administer': ['admin'],
}

/** Whether a role may do something. */
export function can(role: Role, permission: Permission): boolean {
  return allowed[permission].includes(role)
}
