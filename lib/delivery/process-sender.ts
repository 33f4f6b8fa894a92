import { disableGone } from '@/lib/db/disable-automatically'
import { listShards } from '@/lib/db/stores'
import { env, retryPolicies } from '@/lib/env'
import { log } from '@/lib/log'
import { Sender } from './sender'

declare global {
  // Next may load this module more than once in a process; there is one sender all the same.
  var shopbellSender: Sender | undefined
}

/** The sender of this process; it drains by itself only once it is started. */
export function processSender(): Sender {
  globalThis.shopbellSender ??= createSender()
  return globalThis.shopbellSender
}

function createSender(): Sender {
  return new Sender({
    retryPolicies: retryPolicies(),
    random: Math.random,
    concurrency: env().SEND_CONCURRENCY,
    listShards,
    async onGone(storeId, endpointId) {
      const wasEnabled = await disableGone(storeId, endpointId)
      if (wasEnabled) log.info('an endpoint was disabled, its receiver answered 410', { endpointId })
    },
  })
}
