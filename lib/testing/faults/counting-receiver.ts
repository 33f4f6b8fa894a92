import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { type Receiver, startReceiver } from '../fake-receiver'

/** What arrived of one event at one path. */
type Arrived = { count: number; accepted: number; bodies: Set<string> }

// Not a 500: after a few of those the circuit breaker would hold back what is tested here.
const REFUSAL = 422

/** A request that is kept waiting until it is accepted with 200 or refused. */
export type HeldRequest = { response: ServerResponse; accept(): Promise<void>; refuse(): Promise<void> }

/**
 * Receives by path: `/ok` takes everything, `/flaky` refuses each event once, `/broken` refuses all. It counts by path and
 * `webhook-id`, and how many requests a path had open at once.
 */
export class CountingReceiver {
  readonly #receiver: Receiver
  readonly #arrived = new Map<string, Arrived>()
  readonly #open = new Map<string, number>()
  readonly mostOpen = new Map<string, number>()
  #total = 0
  #holders: ((request: HeldRequest) => void)[] = []
  #waiting: { count: number; resolve: () => void }[] = []

  private constructor(receiver: Receiver) {
    this.#receiver = receiver
  }

  static async start(): Promise<CountingReceiver> {
    const receiver = await startReceiver()
    const counting = new CountingReceiver(receiver)
    receiver.setBehaviour(async ({ path, headers, rawBody }, response) => {
      const arrived = counting.#note(path, String(headers['webhook-id']), rawBody, response)
      const accept = () => answer(response, 200, arrived)
      const refuse = () => answer(response, REFUSAL, arrived)
      const holder = counting.#holders.shift()
      if (holder) holder({ response, accept, refuse })
      else if (path === '/broken' || (path === '/flaky' && arrived.count === 1)) {
        await refuse()
      } else await accept()
    })
    return counting
  }

  urlOf(path: string): string {
    return `${this.#receiver.url}${path}`
  }

  /** How many requests came, of all. */
  get total(): number {
    return this.#total
  }

  arrived(path: string, eventId: string): Arrived | undefined {
    return this.#arrived.get(`${path} ${eventId}`)
  }

  /** The next request, kept waiting. */
  holdNext(): Promise<HeldRequest> {
    return new Promise((resolve) => this.#holders.push(resolve))
  }

  /** Resolves when `count` more requests have come. */
  waitForMore(count: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ count: this.#total + count, resolve }))
  }

  /** Requests that were answered 2xx beyond the first one of the same event and path: duplicates and resends. */
  get repeats(): number {
    return [...this.#arrived.values()].reduce((sum, { accepted }) => sum + Math.max(0, accepted - 1), 0)
  }

  /** Events whose requests to a path did not all have the same bytes. */
  get changedBodies(): string[] {
    return [...this.#arrived].filter(([, { bodies }]) => bodies.size > 1).map(([key]) => key)
  }

  close(): Promise<void> {
    return this.#receiver.close()
  }

  #note(path: string, eventId: string, body: Buffer, response: ServerResponse): Arrived {
    this.#total++
    this.#receiver.requests.length = 0
    const open = (this.#open.get(path) ?? 0) + 1
    this.#open.set(path, open)
    this.mostOpen.set(path, Math.max(open, this.mostOpen.get(path) ?? 0))
    response.once('close', () => this.#open.set(path, (this.#open.get(path) ?? 0) - 1))

    const key = `${path} ${eventId}`
    const arrived = this.#arrived.get(key) ?? { count: 0, accepted: 0, bodies: new Set() }
    this.#arrived.set(key, arrived)
    arrived.count++
    arrived.bodies.add(createHash('sha256').update(body).digest('hex'))
    const due = this.#waiting.filter(({ count }) => count <= this.#total)
    this.#waiting = this.#waiting.filter(({ count }) => count > this.#total)
    for (const { resolve } of due) resolve()
    return arrived
  }
}

async function answer(response: ServerResponse, status: number, arrived: Arrived): Promise<void> {
  if (response.destroyed) return
  response.statusCode = status
  if (status === 200) arrived.accepted++
  const sent = new Promise<void>((resolve) => response.once('finish', resolve).once('close', resolve))
  response.end('ok')
  await sent
}
