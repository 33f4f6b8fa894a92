import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import type { BuiltInEventType } from '@/lib/webhooks/event-types/define-event-type'
import { eventTypeJsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { samplePayload } from '@/lib/webhooks/event-types/sample-payload'
import type { DocumentedOperation, JsonSchema, Parameter, PathItem } from './document-form'
import { payloadSchema } from './payload-schema'
import type { SchemaCollection } from './schema-collection'

/** The headers of each request to an endpoint. */
export const receivedHeaders = {
  WebhookId: header(
    'webhook-id',
    'The event’s id, the same on every attempt: use it to notice duplicates.',
    'evt_01h455vb4pex5vsknk084sn02q',
  ),
  WebhookTimestamp: header('webhook-timestamp', 'Unix seconds of this attempt.', '1642435200'),
  WebhookSignature: header(
    'webhook-signature',
    'Standard Webhooks: `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; two, with a space between, while a secret is rotated.',
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  ),
  ShopbellSignature: header(
    'shopbell-signature',
    'Lower-case hex of HMAC-SHA256 over the body, keyed with the secret’s characters. A deployment may name it otherwise.',
    'b4c6a1a5e0f0a4b0d7f7c0a9a3e1f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6',
  ),
  ShopbellEvent: header('shopbell-event', 'The event type.', 'order.shipped'),
  ShopbellDelivery: header('shopbell-delivery', 'The delivery’s id.', 'dlv_01h455vb4pex5vsknk084sn04s'),
  ShopbellAttempt: header('shopbell-attempt', 'The number of the attempt, from 1.', '1'),
} satisfies Record<string, Parameter>

/**
 * What an endpoint receives, by event type. The deployment's own types are not in it: the document is for anyone.
 * The schemas of payloads and objects go to the collection.
 */
export function webhooksSection(schemas: SchemaCollection): Record<string, PathItem> {
  const payload = schemas.add(payloadSchema)
  return Object.fromEntries(eventTypes.map((type) => [type.name, { post: received(type, payload, schemas) }]))
}

function received(
  type: BuiltInEventType,
  payload: JsonSchema,
  schemas: SchemaCollection,
): DocumentedOperation {
  const name = pascalCase(type.name)
  const { $schema: _, ...objectSchema } = eventTypeJsonSchema(type)
  const object = schemas.put(`${pascalCase(type.object)}Object`, objectSchema)
  const narrowed: JsonSchema = {
    type: 'object',
    properties: {
      type: { const: type.name },
      data: { type: 'object', properties: { object }, required: ['object'] },
    },
    required: ['type', 'data'],
  }
  const schema = schemas.put(`${name}Payload`, { description: type.description, allOf: [payload, narrowed] })
  return {
    operationId: `on${name}`,
    tags: [type.category.label],
    summary: type.name,
    description: type.description,
    security: [],
    parameters: Object.keys(receivedHeaders).map((key) => ({ $ref: `#/components/parameters/${key}` })),
    requestBody: {
      required: true,
      content: { 'application/json': { schema, example: JSON.parse(samplePayload(type)) } },
    },
    responses: {
      '2XX': {
        description: 'Received. Answer within the endpoint’s time limit, 5 seconds unless set otherwise.',
      },
      '410': { description: 'No longer wanted: the endpoint is disabled.' },
      default: { description: 'Not received: it is sent again by the endpoint’s retry policy.' },
    },
  }
}

function header(name: string, description: string, example: string): Parameter {
  return { name, in: 'header', required: true, description, schema: { type: 'string' }, example }
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|[._-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
