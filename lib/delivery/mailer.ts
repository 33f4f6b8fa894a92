import { createTransport } from 'nodemailer'
import { env, mailFrom } from '@/lib/env'

/** A message to one person. `headers` are ours to choose; nothing of it is read from a file or an address. */
export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
  attachments?: { filename: string; content: Buffer; contentType: string }[]
}

/**
 * What the mail server said: `code` is its reply's (RFC 5321 §4.2), null where there was none; `text` is a line for people.
 * `isFinal` says of a refusal that another try would change nothing (5yz).
 */
export type MailAnswer = { isAccepted: boolean; isFinal: boolean; code: number | null; text: string }

type Transport = ReturnType<typeof createTransport>

let shared: { url: string; transport: Transport } | undefined

/** Whether this deployment can send e-mail. */
export function hasMailServer(): boolean {
  return env().SMTP_URL !== undefined
}

/**
 * Hands a message to the mail server of this deployment, within `timeoutMs` for each of its steps. What the server does
 * is an answer; it rejects only where no server is set.
 */
export async function sendMail(mail: Mail, timeoutMs = 30_000): Promise<MailAnswer> {
  try {
    const { response } = await transport(timeoutMs).sendMail({ from: mailFrom(), ...mail })
    return { isAccepted: true, isFinal: true, code: codeOf(response), text: response }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const response = 'response' in error && typeof error.response === 'string' ? error.response : null
    const code = response === null ? null : codeOf(response)
    return {
      isAccepted: false,
      isFinal: code !== null && code >= 500,
      code,
      text: response ?? error.message,
    }
  }
}

function transport(timeoutMs: number): Transport {
  const url = env().SMTP_URL
  if (url === undefined) throw new TypeError('SMTP_URL is not set.')
  if (shared?.url !== url) {
    shared?.transport.close()
    shared = {
      url,
      transport: createTransport({
        url,
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      }),
    }
  }
  return shared.transport
}

function codeOf(response: string): number | null {
  const digits = /^\d{3}/.exec(response)?.[0]
  return digits === undefined ? null : Number(digits)
}
