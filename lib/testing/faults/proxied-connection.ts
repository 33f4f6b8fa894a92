import type { Socket } from 'node:net'
import { ProtocolMessages, textsOf, typeOf } from './protocol-messages'

/** Told which connection came to the moment that was waited for, and stopped there. */
export type Reached = (connection: ProxiedConnection) => void

/** What a proxy decides about the messages of its connections; true stops the connection before the message passes. */
export type Watcher = {
  /** The message that commits a statement: executed it is by then, or will be. `label` is its name, else its text. */
  onCommit(connection: ProxiedConnection, label: string): boolean
  /** What to call once a statement is committed, where its answer is to be kept back; the connection is stopped then. */
  withhold(label: string): Reached | undefined
  /** Any message, in either direction. */
  onMessage(connection: ProxiedConnection): boolean
}

// A client's startup is answered like a statement.
const STARTUP = 'startup'

/** One connection of a process to PostgreSQL, message by message. */
export class ProxiedConnection {
  readonly #client: Socket
  readonly #server: Socket
  readonly #watcher: Watcher
  readonly #texts = new Map<string, string>()
  readonly #unanswered = [STARTUP]
  #label = ''
  #withheld: Reached | undefined
  #isStopped = false

  constructor(client: Socket, server: Socket, watcher: Watcher) {
    this.#client = client
    this.#server = server
    this.#watcher = watcher
    this.#pass(client, server, new ProtocolMessages('client'), (message) => this.#fromClient(message))
    this.#pass(server, client, new ProtocolMessages('server'), (message) => this.#fromServer(message))
  }

  /** Nothing passes any more, in either direction, and neither side is told: as where the network is gone. */
  stop(): void {
    this.#isStopped = true
  }

  /** Both sides see the connection end at once. */
  cut(): void {
    this.#isStopped = true
    this.#client.resetAndDestroy()
    this.#server.destroy()
  }

  #pass(from: Socket, to: Socket, messages: ProtocolMessages, passes: (message: Buffer) => boolean): void {
    from.on('data', (chunk) => {
      const passing: Buffer[] = []
      for (const message of messages.push(chunk)) {
        if (!this.#isStopped && this.#watcher.onMessage(this)) this.#isStopped = true
        if (!this.#isStopped && passes(message) && !this.#isStopped) passing.push(message)
      }
      if (passing.length > 0 && !to.destroyed) to.write(Buffer.concat(passing))
    })
    from.on('error', () => {})
    from.on('close', () => to.destroy())
  }

  #fromClient(message: Buffer): boolean {
    const type = typeOf(message)
    if (type === 'P') {
      const [name = '', text = ''] = textsOf(message, 2)
      this.#texts.set(name, text)
    } else if (type === 'B') {
      const [, name = ''] = textsOf(message, 2)
      this.#label = name === '' ? (this.#texts.get('') ?? '') : name
    } else if (type === 'Q') {
      this.#label = textsOf(message, 1)[0] ?? ''
    }
    if (type !== 'S' && type !== 'Q') return true
    if (this.#watcher.onCommit(this, this.#label)) this.#isStopped = true
    else this.#unanswered.push(this.#label)
    this.#withheld ??= this.#watcher.withhold(this.#label)
    return true
  }

  #fromServer(message: Buffer): boolean {
    const isAnswered = typeOf(message) === 'Z'
    if (isAnswered) this.#unanswered.shift()
    if (!this.#withheld) return true
    if (isAnswered && this.#unanswered.length === 0) {
      this.#isStopped = true
      this.#withheld(this)
    }
    return false
  }
}
