import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import packageJson from '@/package.json' with { type: 'json' }
import { CommandError } from '@/scripts/commands/command-error'
import { plain } from './table'

/** How long a command waits for an answer, of the API or of a receiver. */
export const ANSWER_WITHIN_MS = 30_000
const MOST_TRIES = 6
const LONGEST_WAIT_S = 30

const problem = z.looseObject({
  detail: z.string(),
  request_id: z.string().optional(),
  errors: z.array(z.looseObject({ pointer: z.string(), detail: z.string() })).optional(),
})

/** The API did not answer, or not for now: it may a moment later. */
export class ApiAway extends CommandError {}

/**
 * Options of a call: `isRepeatable` says that the same call twice does what one does, so it is sent again where its answer
 * was lost. A GET is so too, but whoever asks hears at once that nobody answers.
 */
export type CallOptions = {
  body?: unknown
  headers?: Record<string, string>
  isRepeatable?: boolean
  signal?: AbortSignal
}

export type Connection = { url: string; token: string }

/** A client of the dated API; what is refused becomes a sentence with the problem's detail and request id. */
export class ApiClient {
  readonly url: string
  readonly #token: string

  constructor({ url, token }: Connection) {
    this.url = url
    this.#token = token
  }

  /** The answer of a call, which must have this shape. Throws a CommandError, ApiAway where trying again may help. */
  async call<Schema extends z.ZodType>(
    shape: Schema,
    method: 'GET' | 'POST',
    path: string,
    options: CallOptions = {},
  ): Promise<z.infer<Schema>> {
    const { isRepeatable = method === 'GET' } = options
    for (let tries = 1; ; tries++) {
      const answer = await this.#send(method, path, options)
      const isLost = answer instanceof ApiAway
      // Too many requests were not even looked at.
      const isForNow = isLost
        ? options.isRepeatable
        : answer.status === 429 || (answer.status === 503 && isRepeatable)
      if (isForNow && tries < MOST_TRIES) {
        const waitS = isLost ? 1 : Number(answer.headers.get('retry-after') ?? 1)
        await pause(Math.min(LONGEST_WAIT_S, waitS || 1) * 1000, undefined, { signal: options.signal })
        continue
      }
      if (isLost) throw answer
      const { status, text } = answer
      const json = parse(text)
      if (status >= 200 && status < 300) {
        const parsed = shape.safeParse(json)
        if (parsed.success) return parsed.data
        throw new CommandError(
          `${this.url} answered ${status} with something else than Shopbell does. Check the URL.`,
        )
      }
      // What another server says must not steer the terminal.
      const sentence = plain(refusal(status, json))
      throw status >= 500 || status === 429 ? new ApiAway(sentence) : new CommandError(sentence)
    }
  }

  /** What came back, or why nothing did. */
  async #send(method: string, path: string, { body, headers, signal }: CallOptions) {
    const limit = AbortSignal.timeout(ANSWER_WITHIN_MS)
    try {
      const response = await fetch(`${this.url}/api/2025-09${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          'user-agent': `shopbell-cli/${packageJson.version}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      })
      const { status } = response
      const text = await response.text()
      // A gateway does not know what became of the request.
      if (status === 502 || status === 504) return new ApiAway(refusal(status, parse(text)))
      return { status, headers: response.headers, text }
    } catch (error) {
      if (signal?.aborted) throw error
      return new ApiAway(`${this.url} ${unreachable(error)}.`)
    }
  }
}

function refusal(status: number, json: unknown): string {
  const { data } = problem.safeParse(json)
  if (!data) return `HTTP ${status}.`
  const fields = (data.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`)
  const said = fields.length > 0 ? fields.join(' ') : data.detail
  return `HTTP ${status}: ${said}${data.request_id ? ` Request ${data.request_id}.` : ''}`
}

/** Why there was no answer. */
export function unreachable(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `did not answer within ${ANSWER_WITHIN_MS / 1000} s`
  const code = codeOf(error)
  return `cannot be reached${code ? ` (${code})` : ''}`
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== '') ?? ''
  return codeOf(error.cause)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
