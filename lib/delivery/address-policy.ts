import { networkInterfaces } from 'node:os'
import { env } from '@/lib/env'
import { type AddressPolicy, createAddressPolicy } from '@/lib/webhooks/blocked-address'

let policy: AddressPolicy | undefined

/**
 * Which addresses this deployment may send to: public ones but this machine's own, and what its settings add or take
 * away.
 */
export function addressPolicy(): AddressPolicy {
  const { WEBHOOK_ALLOWED_CIDRS, WEBHOOK_BLOCKED_CIDRS } = env()
  policy ??= createAddressPolicy({
    allowedCidrs: WEBHOOK_ALLOWED_CIDRS,
    blockedCidrs: WEBHOOK_BLOCKED_CIDRS,
    ownAddresses: Object.values(networkInterfaces()).flatMap(
      (each) => each?.map(({ address }) => address) ?? [],
    ),
  })
  return policy
}
