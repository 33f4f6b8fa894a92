import { z } from 'zod'
import { endpointKinds } from '@/lib/webhooks/endpoint-kinds'
import { eventFilterSchema } from '@/lib/webhooks/event-filter'
import { apiVersions, defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import { retryPolicyNames } from '@/lib/webhooks/retry-policy'
import { exampleListMeta, exampleMeta, listMetaSchema, metaSchema } from './meta-schema'
import { endpointId, exampleIds } from './public-id-schema'
import { count, oneOf, seconds } from './shared-schemas'

/** An endpoint in answers: seed 001's keys, then ours. */
const endpointSchema = z
  .object({
    id: endpointId,
    api_version: oneOf(apiVersions).describe('The form of what it receives.'),
    created_at: seconds,
    creator: z
      .object({ id: z.string().describe('`app_…` for what a token made, `usr_…` for what a person made.') })
      .describe('Who made it.'),
    description: z.string().nullable(),
    disabled_at: seconds.nullable().describe('Null while it is enabled.'),
    event_types: z.array(z.string()).describe('What it listens to; all of today’s where it listens to all.'),
    metadata: z.unknown().meta({ type: 'object', additionalProperties: { type: 'string' } }),
    name: z.string(),
    status: oneOf(['enabled', 'disabled']),
    updated_at: seconds,
    url: z.string().nullable().describe('Null for an e-mail endpoint.'),
    kind: oneOf(endpointKinds),
    email: z.string().nullable().describe('Null for any but an e-mail endpoint.'),
    headers: z.array(z.string()).describe('The names of its own headers. Values come back nowhere.'),
    rate_limit: count.nullable().describe('Requests a second; null for no limit.'),
    retry_policy: oneOf(retryPolicyNames),
    disabled_reason: oneOf(['manual', 'failing', 'gone'])
      .nullable()
      .describe('`failing` after days without a success, `gone` for an answer of 410.'),
    all_event_types: z.boolean().describe('It listens to every event type, future ones included.'),
    filter: eventFilterSchema.nullable().describe('Which events it wants; null for all.'),
    timeout_seconds: z.number(),
    concurrency: count,
    disables_at: seconds
      .nullable()
      .describe('When one that fails will be disabled, unless a delivery succeeds before; else null.'),
  })
  .meta({ id: 'Endpoint', description: 'Where a store sends.' })

const endpointWithSecretSchema = z
  .object({
    ...endpointSchema.shape,
    secret: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('What signs; readable in this answer alone.'),
  })
  .meta({ id: 'EndpointWithSecret' })

export type EndpointView = z.infer<typeof endpointSchema>

export const endpointAnswerSchema = z
  .object({ endpoint: endpointSchema, meta: metaSchema })
  .meta({ id: 'EndpointAnswer' })
export const secretAnswerSchema = z
  .object({ endpoint: endpointWithSecretSchema, meta: metaSchema })
  .meta({ id: 'EndpointWithSecretAnswer' })
export const endpointsAnswerSchema = z
  .object({ endpoints: z.array(endpointSchema), meta: listMetaSchema })
  .meta({ id: 'EndpointsAnswer' })

const endpoint: EndpointView = {
  id: exampleIds.endpoint,
  api_version: defaultApiVersion,
  created_at: '2025-02-22T14:41:00Z',
  creator: { id: 'app_01h455vb4pex5vsknk084sn00b' },
  description: 'A new webhook endpoint',
  disabled_at: null,
  event_types: ['order.paid', 'order.shipped'],
  metadata: { source: 'zapier', external_id: 'abc_123' },
  name: 'My New Webhook',
  status: 'enabled',
  updated_at: '2025-02-22T14:41:00Z',
  url: 'https://example.com/new_webhook',
  kind: 'api',
  email: null,
  headers: ['authorization'],
  rate_limit: null,
  retry_policy: 'standard',
  disabled_reason: null,
  all_event_types: false,
  filter: null,
  timeout_seconds: 5,
  concurrency: 8,
  disables_at: null,
}
const secret = '01a9d2bc4f2301b5313a961ba198b0b900ea49478f9ba86fc8b409a5703a8131'

export const exampleEndpointAnswer: z.infer<typeof endpointAnswerSchema> = { endpoint, meta: exampleMeta }
export const exampleSecretAnswer: z.infer<typeof secretAnswerSchema> = {
  endpoint: { ...endpoint, secret },
  meta: exampleMeta,
}
export const exampleEndpointsAnswer: z.infer<typeof endpointsAnswerSchema> = {
  endpoints: [endpoint],
  meta: exampleListMeta,
}
