import { AppError } from '@/lib/errors'
import { problemAnswer, problemCodes } from '@/lib/http/answer'
import { type AnswerHeader, headersWith } from './answer-headers'
import type { DocumentedAnswer, JsonSchema, MediaType } from './document-form'
import type { DeclaredOperation } from './operation'

const EXAMPLE_REQUEST_ID = '01563646-58c1-4607-8fe0-cae3e92c4477'
const exampleFields = [{ pointer: '/name', code: 'required', detail: 'This is required.' }]

const words: Readonly<Record<number, { name: string; description: string }>> = {
  400: { name: 'MalformedBody', description: 'The body is not valid JSON in UTF-8.' },
  401: { name: 'Unauthenticated', description: 'No, malformed, unknown, expired or revoked token.' },
  403: { name: 'InsufficientPermissions', description: 'The token lacks the scope.' },
  404: {
    name: 'NotFound',
    description: 'An id or name of nothing, or of another store: the answer is the same.',
  },
  405: { name: 'MethodNotAllowed', description: 'The path does not take this method.' },
  409: { name: 'Conflict', description: 'What is asked for does not go with how things are.' },
  412: { name: 'PreconditionFailed', description: 'It was changed since the state that `If-Match` names.' },
  413: { name: 'BodyTooLarge', description: 'The body is larger than this path accepts.' },
  415: { name: 'UnsupportedMediaType', description: 'The body is not `application/json`.' },
  422: { name: 'ValidationFailed', description: 'Some of what was sent is not valid; `errors` says what.' },
  429: {
    name: 'TooManyRequests',
    description: 'The token made too many requests; `Retry-After` says when to go on.',
  },
  503: { name: 'Unavailable', description: 'The database is away, or this is not set up; see `code`.' },
}

const limits = ['RateLimit', 'RateLimit-Policy'] as const
const own: Readonly<Record<number, readonly AnswerHeader[]>> = {
  // These come also before a token is known, and where none is asked for.
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  503: ['Retry-After'],
  429: ['Retry-After', ...limits],
}

/** The headers that a refusal of this status has besides those of all. */
export function refusalHeaders(status: number): readonly AnswerHeader[] {
  return own[status] ?? limits
}

/** The refusals of the API by their names in `components.responses`, each with an example for each of its codes. */
export function problemAnswers(problem: JsonSchema): Record<string, DocumentedAnswer> {
  return Object.fromEntries(
    knownStatuses().map((status) => {
      const { name, description } = wordsOf(status)
      const answer: DocumentedAnswer = {
        description,
        headers: headersWith(refusalHeaders(status)),
        content: { 'application/problem+json': { schema: problem, examples: examplesOf(status) } },
      }
      return [name, answer]
    }),
  )
}

/** Which of them an operation can answer: what follows from its form, and what it says itself. */
export function problemsOf({
  access = 'token',
  params,
  query,
  body,
  hasEmptyBody,
  takesKey,
  isConditional,
  problems = [],
  hasOwnErrors,
}: DeclaredOperation): Record<string, { $ref: string }> {
  if (hasOwnErrors) return {}
  const statuses = [
    ...(access === 'token' ? [401, 403, 429, 503] : []),
    ...(takesKey ? [409, 422] : []),
    ...(params ? [404] : []),
    ...(isConditional ? [412, 422] : []),
    ...(query ? [422] : []),
    ...(body || hasEmptyBody ? [400, 413, 415, 422] : []),
    ...problems,
  ]
  const known = knownStatuses().filter((status) => statuses.includes(status))
  return Object.fromEntries(
    known.map((status) => [status, { $ref: `#/components/responses/${wordsOf(status).name}` }]),
  )
}

/** Whether its token's requests are counted. */
export function isRateLimited({ access = 'token' }: DeclaredOperation): boolean {
  return access === 'token'
}

function knownStatuses(): number[] {
  const statuses = [...new Set(problemCodes.map(({ status }) => status))]
  return statuses.filter((status) => status !== 500).sort((a, b) => a - b)
}

function wordsOf(status: number): { name: string; description: string } {
  const found = words[status]
  if (!found) throw new Error(`The document has no words for status ${status}.`)
  return found
}

function examplesOf(status: number): NonNullable<MediaType['examples']> {
  const codes = problemCodes.filter((known) => known.status === status)
  return Object.fromEntries(
    codes.map(({ code }) => {
      const { message } = new AppError(code)
      const error = new AppError(code, message, code === 'validation_failed' ? exampleFields : [])
      const { body } = problemAnswer(error, EXAMPLE_REQUEST_ID)
      return [code, { summary: message, value: JSON.parse(body ?? '') }]
    }),
  )
}
