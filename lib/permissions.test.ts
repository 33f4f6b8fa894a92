import { describe, expect, it } from 'vitest'
import { can, type Permission, type Role } from './permissions'

describe('can', () => {
  it.each<[Permission, Role, boolean]>([
    ['endpoints:write', 'operator', true],
    ['endpoints:write', 'support', false],
    ['endpoints:write', 'admin', true],
    ['secrets:reveal', 'operator', true],
    ['secrets:reveal', 'support', false],
    ['secrets:reveal', 'admin', true],
    ['test_sends:write', 'operator', true],
    ['test_sends:write', 'support', false],
    ['test_sends:write', 'admin', true],
    ['deliveries:resend', 'operator', true],
    ['deliveries:resend', 'support', true],
    ['deliveries:resend', 'admin', true],
    ['event_types:write', 'operator', false],
    ['event_types:write', 'support', false],
    ['event_types:write', 'admin', true],
    ['store:administer', 'operator', false],
    ['store:administer', 'support', false],
    ['store:administer', 'admin', true],
  ])('%s for %s: %s', (permission, role, expected) => {
    expect(can(role, permission)).toBe(expected)
  })
})
