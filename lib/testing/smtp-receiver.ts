import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

type ReceivedMail = { from: string; to: string[]; email: Email; isSecure: boolean }

type Refusal = { code: number; text: string }

/** A mail server on loopback: keeps what it accepts, and refuses recipients or messages as it is told. */
export type SmtpReceiver = {
  /** For `SMTP_URL`. */
  url: string
  port: number
  mails: ReceivedMail[]
  /** How many connections were opened to it. */
  readonly connections: number
  /** The mails once there are this many. */
  waitFor(count: number): Promise<ReceivedMail[]>
  /** From now on each recipient, or each message, is answered with this code and text; null accepts again. */
  refuseWith(refusal: Refusal | null, what?: 'recipients' | 'messages'): void
  close(): Promise<void>
}

/** What a mail server asks of who sends through it. */
type SmtpReceiverOptions = {
  /** With one it offers STARTTLS, or speaks TLS from the first byte. */
  certificate?: { key: string; cert: string }
  isImplicitTls?: boolean
  /** Whom it lets in; without it, everyone. */
  login?: { user: string; pass: string }
  /** One that was in use before; a free one otherwise. */
  port?: number
}

/** Starts a mail server on a free port of 127.0.0.1, without TLS unless it is given a certificate. */
export async function startSmtpReceiver(options: SmtpReceiverOptions = {}): Promise<SmtpReceiver> {
  const { certificate, isImplicitTls = false, login, port = 0 } = options
  const mails: ReceivedMail[] = []
  const refusals: { recipients: Refusal | null; messages: Refusal | null } = {
    recipients: null,
    messages: null,
  }
  let waiters: { count: number; resolve: (mails: ReceivedMail[]) => void }[] = []
  let connections = 0

  const server = new SMTPServer({
    ...certificate,
    secure: isImplicitTls,
    authOptional: login === undefined,
    disabledCommands: certificate ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    closeTimeout: 1,
    onConnect(_session, callback) {
      connections++
      callback()
    },
    onAuth({ username, password }, _session, callback) {
      if (username === login?.user && password === login?.pass) return callback(null, { user: username })
      callback(Object.assign(new Error('Wrong user or password'), { responseCode: 535 }))
    },
    onRcptTo(_address, _session, callback) {
      callback(toError(refusals.recipients))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        if (refusals.messages) return callback(toError(refusals.messages))
        const email = await PostalMime.parse(Buffer.concat(chunks))
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          email,
          isSecure: session.secure,
        })
        callback()
        for (const { count, resolve } of waiters) if (mails.length >= count) resolve(mails)
        waiters = waiters.filter(({ count }) => mails.length < count)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The mail server has no address.')
  return {
    url: `${isImplicitTls ? 'smtps' : 'smtp'}://127.0.0.1:${address.port}`,
    port: address.port,
    mails,
    get connections() {
      return connections
    },
    waitFor: (count) =>
      mails.length >= count
        ? Promise.resolve(mails)
        : new Promise((resolve) => waiters.push({ count, resolve })),
    refuseWith(refusal, what = 'recipients') {
      refusals[what] = refusal
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function toError(refusal: Refusal | null): Error | null {
  return refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code })
}
