import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { from: string; to: string[]; email: Email }

/** A mail server on loopback: keeps what it accepts, and refuses recipients as it is told. */
export type SmtpReceiver = {
  /** For `SMTP_URL`. */
  url: string
  mails: ReceivedMail[]
  /** The mails once there are this many. */
  waitFor(count: number): Promise<ReceivedMail[]>
  /** From now on each recipient is answered with this code and text; null accepts again. */
  refuseWith(refusal: { code: number; text: string } | null): void
  close(): Promise<void>
}

/** Starts a mail server without TLS on a free port of 127.0.0.1. */
export async function startSmtpReceiver(): Promise<SmtpReceiver> {
  const mails: ReceivedMail[] = []
  let refusal: { code: number; text: string } | null = null
  let waiters: { count: number; resolve: (mails: ReceivedMail[]) => void }[] = []

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      if (!refusal) return callback()
      callback(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const email = await PostalMime.parse(Buffer.concat(chunks))
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          email,
        })
        callback()
        for (const { count, resolve } of waiters) if (mails.length >= count) resolve(mails)
        waiters = waiters.filter(({ count }) => mails.length < count)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The mail server has no address.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    waitFor: (count) =>
      mails.length >= count
        ? Promise.resolve(mails)
        : new Promise((resolve) => waiters.push({ count, resolve })),
    refuseWith(next) {
      refusal = next
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
