import type { EndpointConfig } from '@/lib/db/endpoint-configs'
import type { CustomHeaders } from '@/lib/webhooks/custom-headers'
import type { Outcome } from '@/lib/webhooks/outcome'

/** One attempt as a kind of endpoint gets it: the payload's exact bytes, and what to say about them. */
type KindRequest = {
  payload: Buffer
  contentType: string
  /** Public ids. */
  eventId: string
  deliveryId: string
  eventType: string
  occurredAt: Date
  isTest: boolean
  /** Reads the event's `data.object`, for a kind that looks into it. */
  object: () => unknown
  /** The attempt's number, from 1. */
  attempt: number
  startedAt: Date
  endpoint: EndpointConfig
  /** Newest first; more than one during a rotation. */
  secrets: readonly string[]
  /** The endpoint's own, in the clear: their values are kept nowhere. */
  customHeaders: CustomHeaders
}

/**
 * What went out and what came of it; `url` and `headers` are null where no request was made. `headers` may be stored:
 * signatures are the only thing in them that a secret made, and custom headers have no value.
 */
type KindAnswer = { outcome: Outcome; url: string | null; headers: Record<string, string> | null }

/** A way to send to an endpoint. What a receiver does is an outcome; it rejects only for a fault of ours. */
export type EndpointKind = { send(request: KindRequest): Promise<KindAnswer> }
