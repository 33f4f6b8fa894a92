import MailComposer from 'nodemailer/lib/mail-composer'
import { env, mailFrom } from '@/lib/env'
import { parseMailServer } from './mail-connection'
import { MailConnections } from './mail-connections'
import { cutReply, describeMailError, replyCode } from './mail-failure'

/** A message to one person. `headers` are ours to choose; nothing of it is read from a file or an address. */
export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  /** With its angle brackets; without one, a new one is made. */
  messageId?: string
  headers?: Record<string, string>
  attachments?: { filename: string; content: Buffer; contentType: string }[]
}

/**
 * What the mail server said: `code` is its reply's (RFC 5321 §4.2), null where there was none; `text` is a line for people.
 * `isFinal` says of a refusal that another try would change nothing (5yz).
 */
export type MailAnswer = { isAccepted: boolean; isFinal: boolean; code: number | null; text: string }

let shared: { url: string; connections: MailConnections } | undefined

/** Whether this deployment can send e-mail. */
export function hasMailServer(): boolean {
  return env().SMTP_URL !== undefined
}

/**
 * Hands a message to the mail server of this deployment, within `timeoutMs` for all of it. What the server does is an
 * answer; it rejects only where no server is set.
 */
export async function sendMail(mail: Mail, timeoutMs = 30_000): Promise<MailAnswer> {
  return sendMailOver(connections(), mail, timeoutMs)
}

/** The same over connections of one's own. */
export async function sendMailOver(via: MailConnections, mail: Mail, timeoutMs: number): Promise<MailAnswer> {
  const message = new MailComposer({
    from: mailFrom(),
    ...mail,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const { from, to } = message.getEnvelope()
  try {
    const reply = await via.send({ from: from || '', to: [...to] }, await message.build(), timeoutMs)
    return { isAccepted: true, isFinal: true, code: replyCode(reply), text: cutReply(reply) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { isAccepted: false, ...describeMailError(error, timeoutMs) }
  }
}

function connections(): MailConnections {
  const url = env().SMTP_URL
  if (url === undefined) throw new TypeError('SMTP_URL is not set.')
  if (shared?.url !== url) {
    shared?.connections.close()
    shared = { url, connections: new MailConnections(parseMailServer(url)) }
  }
  return shared.connections
}
