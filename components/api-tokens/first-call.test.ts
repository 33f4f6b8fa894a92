import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type Scope, scopes } from '@/lib/schemas/scopes'
import { firstCall } from './first-call'

const URL = 'http://localhost:3000'

/** What a shell hands to curl. */
function argumentsOf(command: string | null): string[] {
  const script = `curl() { for each in "$@"; do printf '%s\\0' "$each"; done; }\n${command}`
  return execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1)
}

describe('the first call of a token', () => {
  it('sends an event where the token may', () => {
    const args = argumentsOf(firstCall(URL, 'shb_a_b', [...scopes]))
    expect(args.slice(0, 4)).toEqual(['-s', `${URL}/2025-09/events`, '-H', 'Authorization: Bearer shb_a_b'])
    expect(JSON.parse(args.at(-1) ?? '')).toEqual({ type: 'order.paid', data: { object: { id: 'ord_1' } } })
  })

  it.each<[Scope, string]>([
    ['webhooks:read', '/2025-09/webhook_endpoints'],
    ['deliveries:read', '/2025-09/deliveries'],
    ['statistics:read', '/2025-09/statistics'],
    ['deliveries:write', '/2025-09/deliveries/<delivery id>/resend'],
    ['webhooks:write', '/2025-09/webhook_endpoints/<endpoint id>/test'],
  ])('is one that %s allows', (scope, path) => {
    expect(argumentsOf(firstCall(URL, 'shb_a_b', [scope]))[1]).toBe(`${URL}${path}`)
  })

  it('is none where each needs more than a shell’s line', () => {
    expect(firstCall(URL, 'shb_a_b', ['event_types:write'])).toBeNull()
  })
})
