import type { Scope } from '@/lib/schemas/scopes'

const READS: readonly (readonly [Scope, string])[] = [
  ['webhooks:read', '/webhook_endpoints'],
  ['deliveries:read', '/deliveries'],
  ['statistics:read', '/statistics'],
]

const WRITES: readonly (readonly [Scope, string])[] = [
  ['deliveries:write', '/deliveries/<delivery id>/resend'],
  ['webhooks:write', '/webhook_endpoints/<endpoint id>/test'],
]

/** A command that a shell takes as it is, and that a token with these scopes may do; null where there is none so simple. */
export function firstCall(apiUrl: string, token: string, scopes: readonly Scope[]): string | null {
  const call = (path: string) => `curl -s ${apiUrl}/2025-09${path} \\\n  -H 'Authorization: Bearer ${token}'`
  if (scopes.includes('events:write')) {
    const event = JSON.stringify({ type: 'order.paid', data: { object: { id: 'ord_1' } } })
    return `${call('/events')} \\\n  -H 'Content-Type: application/json' \\\n  -d '${event}'`
  }
  const [, path] = READS.find(([scope]) => scopes.includes(scope)) ?? []
  if (path !== undefined) return call(path)
  const [, named] = WRITES.find(([scope]) => scopes.includes(scope)) ?? []
  return named === undefined ? null : `${call(`'${named}'`)} \\\n  -X POST`
}
