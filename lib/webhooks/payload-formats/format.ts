/** The event as a payload format sees it. `data` is normalised JSON text: `JSON.stringify(JSON.parse(data))` is itself. */
export type PayloadEvent = {
  publicId: string
  type: string
  occurredAt: Date
  data: string
  isTest: boolean
}

/** One API version: how an event is written as the exact text that is signed and sent. */
export type PayloadFormat = {
  version: string
  contentType: string
  format(event: PayloadEvent): string
}
