import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { App } from './app'

const ANSWERS_WITHIN_MS = 20_000
const PAUSE_MS = 20
const GIVES_UP_AFTER_MS = 180_000

export type Answer = { status: number; text: string }

/** A program that sends to the API as it should: each event has a key, and it asks again until it is answered 2xx. */
export class Client {
  readonly #token: string
  readonly #apps: () => readonly App[]
  #keys = 0
  #turn = 0
  /** The public ids of the events that were answered 202. */
  readonly accepted = new Set<string>()
  /** How often each other status came; 0 where no answer did. */
  readonly refusals = new Map<number, number>()

  /** `apps` says which processes take requests now. */
  constructor(token: string, apps: () => readonly App[]) {
    this.#token = token
    this.#apps = apps
  }

  /** Reports so many events, `perRequest` at a time, each with so many random bytes of `padding`, to `first` if it is there and to any other then, until all are accepted. */
  async emit(
    count: number,
    { first, perRequest = 1, padding = 0 }: { first?: App; perRequest?: number; padding?: number } = {},
  ): Promise<void> {
    const requests: Promise<void>[] = []
    for (let left = count; left > 0; left -= perRequest) {
      const events = Array.from({ length: Math.min(left, perRequest) }, () => {
        const number = ++this.#keys
        const object = { id: number, text: randomBytes(padding).toString('base64') }
        return { type: 'order.created', data: { object }, idempotency_key: `key-${number}` }
      })
      requests.push(this.#report(JSON.stringify({ events }), first))
    }
    await Promise.all(requests)
  }

  async #report(body: string, first: App | undefined): Promise<void> {
    const deadline = performance.now() + GIVES_UP_AFTER_MS
    for (let next = first; ; next = undefined) {
      const apps = this.#apps()
      const app = next && apps.includes(next) ? next : apps[this.#turn++ % apps.length]
      if (app) {
        const { status, text } = await this.post(app, '/2025-09/events', body)
        if (status === 202) {
          const { events }: { events: { id: string }[] } = JSON.parse(text)
          for (const { id } of events) this.accepted.add(id)
          return
        }
        this.refusals.set(status, (this.refusals.get(status) ?? 0) + 1)
        if (performance.now() > deadline) throw new Error(`No process accepts an event: ${status} ${text}`)
      }
      await pause(PAUSE_MS)
    }
  }

  /** One request; status 0 where no whole answer came. */
  async post(app: App, path: string, body = ''): Promise<Answer> {
    try {
      const response = await fetch(app.process.url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
      })
      return { status: response.status, text: await response.text() }
    } catch (error) {
      return { status: 0, text: String(error) }
    }
  }
}
