import type { EndpointKindName } from '@/lib/webhooks/endpoint-kinds'

/**
 * The event as a payload format sees it: nothing that a setting, a rename or a later change can alter, so that every
 * attempt has the same bytes. `data` is normalised JSON text: `JSON.stringify(JSON.parse(data))` is itself.
 */
export type PayloadEvent = {
  publicId: string
  /** The UUID of the store, which never changes. */
  storeId: string
  type: string
  occurredAt: Date
  data: string
  isTest: boolean
}

/** One API version: how an event is written as the exact text that is signed and sent. */
export type PayloadFormat = {
  version: string
  /** What a person calls it, and for whom it is. */
  label: string
  hint: string
  contentType: string
  /** The kinds of endpoint that can send it. */
  kinds: readonly EndpointKindName[]
  format(event: PayloadEvent): string
}
