import { STATUS_CODES } from 'node:http'
import type { ErrorKind, Outcome } from '@/lib/webhooks/outcome'
import type { Random } from './random'

/** What a receiver did with an attempt that began at `at` (Unix ms). */
export type PastReceiver = (at: number, random: Random) => Outcome

/** An answer over HTTP after `ms` (times a spread), with a JSON body. */
export function answers(status: number, ms: number, body: unknown, retryAfterSeconds?: number): PastReceiver {
  const isOk = status < 300
  const error: ErrorKind | null = isOk ? null : 'http_error'
  const text = JSON.stringify(body)
  const retryAfter: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  return (at, random) => {
    const durationMs = spread(ms, random)
    return {
      ok: isOk,
      httpStatus: status,
      error,
      errorDetail: isOk ? null : `The receiver answered HTTP ${status} ${STATUS_CODES[status]}.`,
      durationMs,
      retryAfterMs: retryAfterSeconds === undefined ? null : retryAfterSeconds * 1000,
      response: {
        headers: {
          'content-type': 'application/json',
          ...retryAfter,
          date: new Date(at + durationMs).toUTCString(),
          connection: 'keep-alive',
          'keep-alive': 'timeout=5',
          'content-length': String(Buffer.byteLength(text)),
        },
        body: text,
        truncated: false,
      },
    }
  }
}

/** No answer within the endpoint's 5 s. */
export const timesOut: PastReceiver = (_, random) =>
  silence('timeout', 'No answer within 5 s.', 5_000 + random.int(0, 12))

export const refusesConnections: PastReceiver = (_, random) =>
  silence('connection_refused', 'The host refused the connection.', random.int(1, 4))

export const hasExpiredCertificate: PastReceiver = (_, random) =>
  silence('tls_error', 'The TLS certificate has expired.', spread(55, random))

function silence(error: ErrorKind, errorDetail: string, durationMs: number): Outcome {
  return { ok: false, httpStatus: null, error, errorDetail, durationMs, retryAfterMs: null, response: null }
}

/** Response times have a long tail: mostly near `ms`, now and then several times as much, below 5 s. */
function spread(ms: number, random: Random): number {
  const bell = random.next() + random.next() + random.next() - 1.5
  const tail = random.chance(0.03) ? 2 + random.next() * 3 : 1
  return Math.min(4_900, Math.max(1, Math.round(ms * Math.exp(bell * 0.7) * tail)))
}
