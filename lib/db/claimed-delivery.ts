import type { Trigger } from '@/lib/webhooks/delivery-state'

/**
 * A delivery that this process holds the lease of. `claims` is the fence every write-back must match; `number` is that
 * of the attempt to make, from 1. The
 * lease lasts `leaseMs` from the claim. `data` is the event's normalised text.
 */
export type ClaimedDelivery = {
  shard: number
  id: string
  storeId: string
  endpointId: string
  endpointRevision: number
  /** The endpoint's cap. */
  concurrency: number
  /** The most requests a second to the endpoint; null for no limit. */
  rateLimit: number | null
  eventId: string
  eventType: string
  apiVersion: string
  data: string
  occurredAt: Date
  claims: number
  leaseMs: number
  number: number
  policyStep: number
  trigger: Trigger
  actor: string | null
  resendId: string | null
  scheduledDueAt: Date | null
  revives: boolean
  /** A person asked for this attempt: a single resend or a test send. */
  isAsked: boolean
  isTest: boolean
}
