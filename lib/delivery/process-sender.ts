import { disableGone } from '@/lib/db/disable-automatically'
import { listShards } from '@/lib/db/stores'
import { env, retryPolicies } from '@/lib/env'
import { log } from '@/lib/log'
import { Sender, type SenderSettings } from './sender'

declare global {
  // Next may load this module more than once in a process; there is one sender all the same.
  var shopbellSender: Sender | undefined
}

/** The sender of this process; it drains by itself only once it is started. `changes` count for who asks first. */
export function processSender(changes: Partial<SenderSettings> = {}): Sender {
  globalThis.shopbellSender ??= createSender(changes)
  return globalThis.shopbellSender
}

function createSender(changes: Partial<SenderSettings>): Sender {
  return new Sender({
    retryPolicies: retryPolicies(),
    random: Math.random,
    concurrency: env().SEND_CONCURRENCY,
    listShards,
    async onGone(storeId, endpointId) {
      const wasEnabled = await disableGone(storeId, endpointId)
      if (wasEnabled) log.info('an endpoint was disabled, its receiver answered 410', { endpointId })
    },
    ...changes,
  })
}
