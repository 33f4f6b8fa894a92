import type { Operation } from '@/lib/http/openapi/operation'
import { createEndpointSchema, updateEndpointSchema } from '@/lib/schemas/endpoint'
import { pageQuery } from '@/lib/schemas/page'
import { rotationSchema } from '@/lib/schemas/secret-rotation'
import {
  endpointAnswerSchema,
  endpointsAnswerSchema,
  exampleEndpointAnswer,
  exampleEndpointsAnswer,
  exampleSecretAnswer,
  secretAnswerSchema,
} from './endpoint-schema'
import { endpointId } from './public-id-schema'

const group = 'Webhook endpoints'
const params = { id: endpointId }
const shown = { schema: endpointAnswerSchema, example: exampleEndpointAnswer, headers: ['ETag'] } as const

const list: Operation = {
  id: 'listWebhookEndpoints',
  group,
  summary: 'List the webhook endpoints',
  query: pageQuery,
  answers: {
    200: {
      description: 'A page of them, the newest first.',
      schema: endpointsAnswerSchema,
      example: exampleEndpointsAnswer,
    },
  },
}

const create: Operation = {
  id: 'createWebhookEndpoint',
  group,
  summary: 'Create a webhook endpoint',
  description:
    'A store has at most 20. An enabled endpoint is sent one test event of its first event type at once. Its secret is in this answer alone.',
  takesKey: true,
  // Where what its key made is deleted.
  problems: [404],
  body: {
    schema: createEndpointSchema,
    example: {
      name: 'My New Webhook',
      api_version: '2025-09',
      url: 'https://example.com/new_webhook',
      event_types: ['order.paid', 'order.shipped'],
      description: 'A new webhook endpoint',
      metadata: { source: 'zapier', external_id: 'abc_123' },
    },
  },
  answers: {
    201: {
      description: 'Created.',
      schema: secretAnswerSchema,
      example: exampleSecretAnswer,
      headers: ['ETag'],
    },
  },
}

const get: Operation = {
  id: 'getWebhookEndpoint',
  group,
  summary: 'Get a webhook endpoint',
  params,
  answers: {
    200: { description: 'The endpoint, without its secret.', ...shown },
    304: { description: 'It is still the one that `If-None-Match` names.', headers: ['ETag'] },
  },
}

const update: Operation = {
  id: 'updateWebhookEndpoint',
  group,
  summary: 'Change a webhook endpoint',
  description: 'One or more of its fields; what is not named stays. Its kind stays as it was made.',
  params,
  isConditional: true,
  body: {
    schema: updateEndpointSchema,
    example: { description: 'For the warehouse', retry_policy: 'short' },
  },
  answers: { 200: { description: 'The endpoint as it now is.', ...shown } },
}

const remove: Operation = {
  id: 'deleteWebhookEndpoint',
  group,
  summary: 'Delete a webhook endpoint',
  description: 'What waits to be sent to it is cancelled. Its deliveries stay in the log.',
  params,
  isConditional: true,
  answers: { 204: { description: 'Deleted.' } },
}

const rotate: Operation = {
  id: 'rotateSecret',
  group,
  summary: 'Rotate the secret',
  description:
    'Makes a new secret, which is in this answer alone. The one before signs beside it until the grace ends.',
  params,
  takesKey: true,
  isConditional: true,
  body: { schema: rotationSchema, example: { grace_seconds: 86_400 }, isOptional: true },
  answers: {
    200: {
      description: 'The endpoint with its new secret.',
      schema: secretAnswerSchema,
      example: exampleSecretAnswer,
      headers: ['ETag'],
    },
  },
}

export const webhookEndpointsOperations = { GET: list, POST: create }
export const webhookEndpointOperations = { GET: get, PATCH: update, DELETE: remove }
export const rotationOperations = { POST: rotate }
