import { MailConnection, type MailEnvelope, type MailServer } from './mail-connection'

const MOST_CONNECTIONS = 4
const MOST_MESSAGES = 100
const IDLE_MS = 5_000

/** The time for a message was over before the server had answered. */
export class MailTimeout extends Error {
  override readonly name = 'MailTimeout'
}

/**
 * Hands messages to one mail server over at most `most` connections (4), each kept for 5 s and 100 messages. A message
 * that finds none free waits its turn, within its own time.
 */
export class MailConnections {
  readonly server: MailServer
  readonly #most: number
  readonly #idle = new Map<MailConnection, NodeJS.Timeout>()
  readonly #waiting = new Set<() => void>()
  #busy = 0
  #isClosed = false

  constructor(server: MailServer, most = MOST_CONNECTIONS) {
    this.server = server
    this.#most = most
  }

  /** Sends a message within `timeoutMs`, all of it, and returns the server's reply. Rejects with `MailTimeout`, or nodemailer's error. */
  async send(envelope: MailEnvelope, message: Buffer, timeoutMs: number): Promise<string> {
    const clock = new AbortController()
    const timer = setTimeout(
      () => clock.abort(new MailTimeout(`No answer within ${timeoutMs} ms.`)),
      timeoutMs,
    )
    try {
      await this.#turn(clock.signal)
      try {
        return await this.#hand(envelope, message, clock.signal)
      } finally {
        this.#busy--
        for (const next of [...this.#waiting].slice(0, 1)) next()
      }
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ends the connections that nothing is sent over; the others end after their message. */
  close(): void {
    this.#isClosed = true
    for (const connection of this.#idle.keys()) this.#takeIdle(connection).quit()
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        this.#waiting.delete(go)
        signal.removeEventListener('abort', leave)
        this.#busy++
        resolve()
      }
      const leave = () => {
        this.#waiting.delete(go)
        reject(signal.reason)
      }
      if (this.#busy < this.#most) return go()
      this.#waiting.add(go)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  async #hand(envelope: MailEnvelope, message: Buffer, signal: AbortSignal): Promise<string> {
    const connection = (await this.#reuse(signal)) ?? (await MailConnection.open(this.server, signal))
    try {
      const reply = await connection.send(envelope, message, signal)
      this.#keep(connection)
      return reply
    } catch (error) {
      connection.close()
      throw error
    }
  }

  async #reuse(signal: AbortSignal): Promise<MailConnection | null> {
    for (const connection of [...this.#idle.keys()].toReversed()) {
      // Another message may have taken it meanwhile.
      if (!this.#idle.has(connection)) continue
      this.#takeIdle(connection)
      if (connection.isOpen && (await connection.isReady(signal))) return connection
    }
    return null
  }

  #keep(connection: MailConnection): void {
    if (this.#isClosed || !connection.isOpen || connection.sent >= MOST_MESSAGES) {
      connection.quit()
      return
    }
    this.#idle.set(
      connection,
      setTimeout(() => this.#takeIdle(connection).quit(), IDLE_MS),
    )
  }

  #takeIdle(connection: MailConnection): MailConnection {
    clearTimeout(this.#idle.get(connection))
    this.#idle.delete(connection)
    return connection
  }
}
