import { MailTimeout } from './mail-connections'

/** What a mail server said, or why it said nothing: see `MailAnswer`. */
type MailRefusal = { isFinal: boolean; code: number | null; text: string }

const LONGEST_REPLY = 500

const sentences: Record<string, string> = {
  ECONNREFUSED: 'The mail server refused the connection.',
  ECONNRESET: 'The mail server reset the connection.',
  EPIPE: 'The mail server closed the connection.',
  EHOSTUNREACH: 'There is no route to the mail server.',
  ENETUNREACH: 'There is no route to the mail server.',
  ENOTFOUND: 'The mail server’s host name was not found.',
  EDNS: 'The mail server’s host name was not found.',
  ETLS: 'There is no trusted TLS connection to the mail server.',
  EAUTH: 'The mail server refused the login.',
  MAXIMUM_SIZE: 'The message is larger than the mail server takes.',
}

/**
 * Sorts what went wrong with a message. Final is a 5yz to its addresses or its content (RFC 5321, section 4.2.1), and a
 * message that is too large: a refused login or connection is a fault of this deployment, which someone will mend. The
 * text names neither host nor port of the server, which are nobody's business but the operator's.
 */
export function describeMailError(error: Error, timeoutMs: number): MailRefusal {
  if (error instanceof MailTimeout) {
    return {
      isFinal: false,
      code: null,
      text: `The mail server did not answer within ${timeoutMs / 1_000} s.`,
    }
  }
  const kind = textAt(error, 'code') ?? ''
  const reply = textAt(error, 'response')
  const code = reply === null ? null : replyCode(reply)
  const isAboutMessage = kind === 'EENVELOPE' || kind === 'EMESSAGE'
  if (reply !== null && code !== null) {
    return { isFinal: isAboutMessage && code >= 500, code, text: cutReply(reply) }
  }
  if (kind === 'EMESSAGE') return { isFinal: true, code: null, text: sentences.MAXIMUM_SIZE ?? '' }
  const cause = textAt(error, 'originalCode') ?? kind
  const sentence = sentences[cause] ?? (isTlsCode(cause) ? sentences.ETLS : sentences[kind])
  const text = sentence ?? 'The connection to the mail server failed.'
  return { isFinal: false, code: null, text: cause === '' ? text : text.replace(/\.$/, ` (${cause}).`) }
}

/** The code that a reply begins with, null where it has none. */
export function replyCode(reply: string): number | null {
  const digits = /^\d{3}/.exec(reply)?.[0]
  return digits === undefined ? null : Number(digits)
}

/** A reply as one line of bearable length. */
export function cutReply(reply: string): string {
  const line = reply
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed()
  return line.length > LONGEST_REPLY ? `${line.slice(0, LONGEST_REPLY)}…` : line
}

function isTlsCode(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code)
}

function textAt(error: Error, key: string): string | null {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : null
}
