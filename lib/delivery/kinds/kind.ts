import type { EndpointConfig } from '@/lib/db/endpoint-configs'
import type { Outcome } from '@/lib/webhooks/outcome'

/** One attempt as a kind of endpoint gets it: the payload's exact bytes, and what to say about them. */
type KindRequest = {
  payload: Buffer
  contentType: string
  /** Public ids. */
  eventId: string
  deliveryId: string
  eventType: string
  /** The attempt's number, from 1. */
  attempt: number
  startedAt: Date
  endpoint: EndpointConfig
  /** Newest first; more than one during a rotation. */
  secrets: readonly string[]
}

/** What went out and what came of it. `headers` may be stored: signatures are the only thing in them that a secret made. */
type KindAnswer = { outcome: Outcome; url: string; headers: Record<string, string> }

/** A way to send to an endpoint. What a receiver does is an outcome; it rejects only for a fault of ours. */
export type EndpointKind = { send(request: KindRequest): Promise<KindAnswer> }
