import SMTPConnection from 'nodemailer/lib/smtp-connection'

/** Where a mail server listens and how to log in there. */
export type MailServer = {
  host: string
  port: number
  /** TLS from the first byte; else by STARTTLS, where the server offers it. */
  isImplicitTls: boolean
  login: { user: string; pass: string } | null
  /** PEM of the authorities to trust instead of Node's own. */
  ca?: string
}

/** The server that `SMTP_URL` names; the standard port is 587, or 465 for `smtps://`. */
export function parseMailServer(url: string): MailServer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isImplicitTls = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (isImplicitTls ? 465 : 587) : Number(port),
    isImplicitTls,
    login: username === '' ? null : { user: decoded(username), pass: decoded(password) },
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export type MailEnvelope = { from: string; to: string[] }

type Done = (error?: Error | null) => void

// The caller's signal is what ends a step; these are never reached before it.
const FOREVER_MS = 3_600_000

/**
 * One connection to a mail server, for one message at a time. Each step ends when its signal is aborted, and the
 * connection with it. Certificates are always verified, and a password is sent over TLS alone, except to this machine.
 */
export class MailConnection {
  readonly #smtp: SMTPConnection
  #isOpen = true
  #sent = 0
  #onBroken: ((error: Error) => void) | undefined

  private constructor({ host, port, isImplicitTls, login, ca }: MailServer) {
    this.#smtp = new SMTPConnection({
      host,
      port,
      secure: isImplicitTls,
      requireTLS: login !== null && !isLoopback(host),
      tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
      connectionTimeout: FOREVER_MS,
      greetingTimeout: FOREVER_MS,
      dnsTimeout: FOREVER_MS,
      socketTimeout: FOREVER_MS,
      // A server that never closes its side would keep the socket.
      socketCloseTimeout: 0,
    })
    this.#smtp.on('error', (error) => this.#break(error))
    // The message under way is told a better reason right after this.
    this.#smtp.on('end', () => {
      this.#isOpen = false
      setImmediate(() => this.#break(new Error('The connection was closed.')))
    })
  }

  /** Connects and logs in. Rejects with nodemailer's error, or with the signal's reason. */
  static async open(server: MailServer, signal: AbortSignal): Promise<MailConnection> {
    const connection = new MailConnection(server)
    const smtp = connection.#smtp
    try {
      await connection.#step(signal, (done) => smtp.connect(done))
      const { login } = server
      if (login) await connection.#step(signal, (done) => smtp.login({ credentials: login }, done))
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** How many messages went over it. */
  get sent(): number {
    return this.#sent
  }

  /** Whether the server still listens and takes another message. */
  async isReady(signal: AbortSignal): Promise<boolean> {
    try {
      await this.#step(signal, (done) => this.#smtp.reset(done))
      return true
    } catch {
      this.close()
      return false
    }
  }

  /** Hands a message over and returns the server's reply. Rejects likewise. */
  async send(envelope: MailEnvelope, message: Buffer, signal: AbortSignal): Promise<string> {
    const { from, to } = envelope
    this.#sent++
    let reply = ''
    await this.#step(signal, (done) =>
      this.#smtp.send({ from, to, size: message.length }, message, (error, info) => {
        if (!error) reply = info.response
        done(error)
      }),
    )
    return reply
  }

  /** Says goodbye. */
  quit(): void {
    if (this.#isOpen) this.#smtp.quit()
  }

  /** Ends it without a word. */
  close(): void {
    this.#isOpen = false
    this.#smtp.close()
  }

  #step(signal: AbortSignal, begin: (done: Done) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (decide: () => void) => {
        signal.removeEventListener('abort', abort)
        this.#onBroken = undefined
        decide()
      }
      const abort = () => {
        settle(() => reject(signal.reason))
        this.close()
      }
      if (signal.aborted) return abort()
      signal.addEventListener('abort', abort, { once: true })
      this.#onBroken = (error) => settle(() => reject(error))
      begin((error) => settle(() => (error ? reject(error) : resolve())))
    })
  }

  #break(error: Error): void {
    this.#isOpen = false
    this.#onBroken?.(error)
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
