import { AppError, type AppErrorCode } from '@/lib/errors'
import { problemCodes } from '@/lib/http/answer'
import type { DeclaredAnswer, Operation } from '@/lib/http/openapi/operation'
import { refusalHeaders } from '@/lib/http/openapi/problems'
import {
  createWebhookSchema,
  updateWebhookSchema,
  webhookIdQuery,
  webhookListQuery,
} from '@/lib/schemas/webhook'
import { refusalAnswer } from './refusal'
import {
  createdWebhookSchema,
  doneSchema,
  exampleWebhook,
  exampleWebhooks,
  newWebhook,
  refusalSchema,
  webhooksSchema,
} from './webhook-schema'

const shared = { group: 'Webhooks, version 1', hasOwnErrors: true } as const

const descriptions = {
  unauthenticated: 'No, malformed, unknown, expired or revoked token.',
  insufficient_permissions: 'The token lacks the scope.',
  not_found: 'An id of nothing, or of another store.',
  validation_failed:
    'Some of what was sent is not valid, `errors` says what; or the store has as many endpoints as it may have.',
  malformed_json: 'The body is not valid JSON in UTF-8.',
  body_too_large: 'The body is larger than 64 KiB.',
  unsupported_media_type: 'The body is not `application/json`.',
  idempotency_conflict: 'The `Idempotency-Key` was used with other content within 24 hours.',
  rate_limited: 'The token made too many requests; `Retry-After` says when to go on.',
  unavailable: 'The database is away.',
} satisfies Partial<Record<AppErrorCode, string>>

type Told = keyof typeof descriptions

const ofEach: readonly Told[] = [
  'unauthenticated',
  'insufficient_permissions',
  'validation_failed',
  'rate_limited',
  'unavailable',
]
const ofBodies: readonly Told[] = ['malformed_json', 'body_too_large', 'unsupported_media_type']

function refusals(...codes: readonly Told[]): Record<number, DeclaredAnswer> {
  return Object.fromEntries(
    problemCodes.flatMap(({ code, status }) => {
      const told = [...ofEach, ...codes].find((each) => each === code)
      return told ? [[status, refusal(told, status)]] : []
    }),
  )
}

function refusal(code: Told, status: number): DeclaredAnswer {
  const faults = [{ pointer: '/name', code: 'required', detail: 'This is required.' }]
  const error = new AppError(code, undefined, code === 'validation_failed' ? faults : [])
  return {
    description: descriptions[code],
    schema: refusalSchema,
    example: JSON.parse(refusalAnswer(error, '').body ?? ''),
    headers: refusalHeaders(status),
  }
}

const success = { schema: doneSchema, example: { status: 'success' } }

const list: Operation = {
  ...shared,
  id: 'listV1Webhooks',
  summary: 'List the webhooks',
  query: webhookListQuery,
  answers: {
    ...refusals(),
    200: { description: 'A page of them.', schema: webhooksSchema, example: exampleWebhooks },
  },
}

const create: Operation = {
  ...shared,
  id: 'createV1Webhook',
  summary: 'Create a webhook',
  takesKey: true,
  body: { schema: createWebhookSchema, example: newWebhook },
  answers: {
    // Where what its key made is deleted.
    ...refusals('not_found', 'idempotency_conflict', ...ofBodies),
    201: {
      description: 'Created.',
      schema: createdWebhookSchema,
      example: { status: 'success', data: { id: exampleWebhook.id } },
    },
  },
}

const update: Operation = {
  ...shared,
  id: 'updateV1Webhook',
  summary: 'Change a webhook',
  query: webhookIdQuery,
  body: { schema: updateWebhookSchema, example: { is_enabled: false } },
  answers: { ...refusals('not_found', ...ofBodies), 200: { description: 'Changed.', ...success } },
}

const remove: Operation = {
  ...shared,
  id: 'deleteV1Webhook',
  summary: 'Delete a webhook',
  query: webhookIdQuery,
  answers: { ...refusals('not_found'), 200: { description: 'Deleted.', ...success } },
}

export const webhooksOperations = { GET: list, POST: create, PUT: update, DELETE: remove }
