import { type IncomingHttpHeaders, STATUS_CODES } from 'node:http'
import type { Dispatcher } from 'undici'
import { monotonicMs, now } from '@/lib/clock'
import type { GuardedAgent } from '@/lib/delivery/agent'
import { describeSendError, isDroppedConnection, type SendFailure } from '@/lib/delivery/send-failure'
import { keepResponse, redactLocation } from '@/lib/delivery/send-response'
import type { Outcome } from '@/lib/webhooks/outcome'
import { parseRetryAfter } from '@/lib/webhooks/retry-after'

const keptBodyBytes = 16_384

type HttpRequest = {
  url: string
  headers: Readonly<Record<string, string>>
  /** The exact bytes that the headers sign. */
  body: Buffer
  /** For all of the attempt: name lookup, connection, TLS, answer. */
  timeoutMs: number
  agent: GuardedAgent
}

/**
 * One POST. What the receiver does is an Outcome: a 2xx status line in time is success, whatever becomes of the body,
 * of which the first 16 KiB are kept. Redirects are not followed and nothing is decompressed. Where the peer drops
 * a reused connection before the first byte of an answer, the request goes out once more within the same time limit.
 * Rejects only for what cannot be written: a bad header, another scheme.
 */
export function sendHttp(request: HttpRequest): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    new HttpAttempt(request, resolve, reject).start()
  })
}

/** undici.request is this with a stream and an AbortSignal on top, which cost a fifth of the speed. */
class HttpAttempt implements Dispatcher.DispatchHandler {
  readonly #request: HttpRequest
  readonly #resolve: (outcome: Outcome) => void
  readonly #reject: (error: unknown) => void

  #startedAt = 0
  #timer: NodeJS.Timeout | undefined
  #isOver = false
  #wasRetried = false

  #controller: Dispatcher.DispatchController | null = null
  #isSocketReused = false
  #hasAnswerBegun = false
  #interimStatus: number | null = null
  #status: number | null = null
  #headers: IncomingHttpHeaders = {}
  #body: Buffer[] = []
  #bodyBytes = 0

  constructor(request: HttpRequest, resolve: (outcome: Outcome) => void, reject: (error: unknown) => void) {
    this.#request = request
    this.#resolve = resolve
    this.#reject = reject
  }

  start() {
    this.#startedAt = monotonicMs()
    this.#timer = setTimeout(this.#runOutOfTime, this.#request.timeoutMs)
    this.#dispatch()
  }

  #dispatch() {
    const { agent, url, headers, body } = this.#request
    try {
      const { origin, pathname, search } = new URL(url)
      agent.dispatch(
        {
          origin,
          path: pathname + search,
          method: 'POST',
          headers: { ...headers, 'accept-encoding': 'identity' },
          body,
          // The timer covers both; undici's own restart with every interim response and chunk.
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        this,
      )
    } catch (error) {
      this.#break(error)
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController) {
    if (this.#isOver) return controller.abort(new Error('The attempt is over.'))
    this.#controller = controller
    this.#isSocketReused = !this.#request.agent.isOpeningSocket
  }

  onResponseStarted() {
    this.#hasAnswerBegun = true
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders) {
    if (status < 200) {
      this.#interimStatus = status
      return
    }
    this.#status = status
    this.#headers = headers
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer) {
    if (this.#isOver || this.#status === null) return
    const room = keptBodyBytes - this.#bodyBytes
    this.#body.push(chunk.length > room ? chunk.subarray(0, room) : chunk)
    this.#bodyBytes += chunk.length
    if (this.#bodyBytes > keptBodyBytes) this.#finish(this.#status, { truncated: true })
  }

  onResponseEnd() {
    // Nothing is left to abort: an Error each time would cost more than the signature.
    this.#controller = null
    if (this.#status !== null) this.#finish(this.#status, { truncated: false })
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error) {
    if (this.#isOver) return
    if (this.#status !== null) return this.#finish(this.#status, { truncated: true })
    if (this.#interimStatus !== null && isDroppedConnection(error)) {
      const detail = `The receiver answered HTTP ${this.#interimStatus} and closed the connection.`
      return this.#fail({ error: 'http_error', errorDetail: detail }, this.#interimStatus)
    }
    const isStale = this.#isSocketReused && !this.#hasAnswerBegun && isDroppedConnection(error)
    if (!isStale || this.#wasRetried) return this.#break(error)
    this.#wasRetried = true
    this.#controller = null
    this.#dispatch()
  }

  readonly #runOutOfTime = () => {
    if (this.#status !== null) return this.#finish(this.#status, { truncated: true })
    const seconds = `${this.#request.timeoutMs / 1000} s`
    // A request starts when its connection is open.
    if (this.#controller) return this.#fail({ error: 'timeout', errorDetail: `No answer within ${seconds}.` })
    this.#fail({
      error: 'connect_timeout',
      errorDetail: `No connection within ${seconds}, name lookup and TLS included.`,
    })
  }

  #break(error: unknown) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED') {
      this.#end()
      return this.#reject(error)
    }
    this.#fail(describeSendError(error))
  }

  #fail(failure: SendFailure, httpStatus: number | null = null) {
    this.#settle({ ok: false, httpStatus, ...failure, retryAfterMs: null, response: null })
  }

  #finish(status: number, { truncated }: { truncated: boolean }) {
    const { url } = this.#request
    const headers = this.#headers
    const asksToWait = status === 429 || status === 503
    const retryAfter = headers['retry-after']
    this.#settle({
      ok: status < 300,
      httpStatus: status,
      ...describeStatus(status, headers.location, url),
      retryAfterMs: asksToWait && retryAfter ? parseRetryAfter(retryAfter, now()) : null,
      response: keepResponse(headers, this.#body, { url, truncated }),
    })
  }

  #settle(outcome: Omit<Outcome, 'durationMs'>) {
    if (this.#isOver) return
    this.#end()
    this.#resolve({ ...outcome, durationMs: Math.round(monotonicMs() - this.#startedAt) })
  }

  #end() {
    this.#isOver = true
    clearTimeout(this.#timer)
    // Closes the socket where an answer is still under way.
    this.#controller?.abort(new Error('The attempt is over.'))
  }
}

function describeStatus(status: number, location: string | undefined, url: string) {
  if (status < 300) return { error: null, errorDetail: null }
  const name = STATUS_CODES[status]
  const answer = name ? `HTTP ${status} ${name}` : `HTTP ${status}`
  if (status >= 400) return { error: 'http_error' as const, errorDetail: `The receiver answered ${answer}.` }
  const target = location === undefined ? null : redactLocation(location, url)
  const where = target === null ? '' : ` to ${target}`
  return {
    error: 'redirect' as const,
    errorDetail: `The receiver answered ${answer}${where}. Redirects are not followed.`,
  }
}
