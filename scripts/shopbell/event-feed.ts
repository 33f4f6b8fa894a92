import type { ApiClient } from './api-client'
import { type Event, eventPage } from './shapes'

// An event can become visible after one with a later time: each look begins a little before the newest one seen.
const OVERLAP_MS = 10_000
const PAGE = 100

/** The events that come in from the moment it begins, each once, oldest first. */
export class EventFeed {
  readonly #api: ApiClient
  readonly #seen = new Map<string, number>()
  #firstMs = 0
  #newestMs = 0

  constructor(api: ApiClient) {
    this.#api = api
  }

  /** Begins after the newest event that there is: by the server's time, since this machine's clock may be wrong. */
  async begin(signal: AbortSignal): Promise<void> {
    const { events } = await this.#api.call(eventPage, 'GET', `/events?limit=${PAGE}`, { signal })
    for (const event of events) this.#note(event)
    this.#firstMs = this.#newestMs
  }

  /** Hands each new event to `take`, one after the other; one that was handed over is not read again. */
  async read(signal: AbortSignal, take: (event: Event) => Promise<void>): Promise<void> {
    const since = new Date(Math.max(this.#firstMs, this.#newestMs - OVERLAP_MS)).toISOString()
    let after: string | null = null
    do {
      const query = { since, order: 'asc', limit: String(PAGE), ...(after === null ? {} : { after }) }
      const path: string = `/events?${new URLSearchParams(query)}`
      const { events, meta } = await this.#api.call(eventPage, 'GET', path, { signal })
      for (const event of events) {
        if (this.#seen.has(event.id) || signal.aborted) continue
        this.#note(event)
        await take(event)
      }
      after = meta.next_cursor
    } while (after !== null && !signal.aborted)
    this.#forget()
  }

  #note({ id, created_at: createdAt }: Event): void {
    const createdMs = Date.parse(createdAt)
    this.#seen.set(id, createdMs)
    this.#newestMs = Math.max(this.#newestMs, createdMs)
  }

  #forget(): void {
    for (const [id, createdMs] of this.#seen) {
      // `created_at` is in whole seconds.
      if (createdMs < this.#newestMs - OVERLAP_MS - 1_000) this.#seen.delete(id)
    }
  }
}
