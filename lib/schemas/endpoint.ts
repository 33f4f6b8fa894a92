import { z } from 'zod'
import { type EndpointKindName, endpointKinds } from '@/lib/webhooks/endpoint-kinds'
import { eventFilterSchema } from '@/lib/webhooks/event-filter'
import { MAX_EVENT_TYPE_NAME } from '@/lib/webhooks/event-types/event-type-name'
import { apiVersions, getPayloadFormat } from '@/lib/webhooks/payload-formats/registry'
import { retryPolicyNames } from '@/lib/webhooks/retry-policy'
import { customHeaders, customHeadersPatch } from './custom-headers'
import { plainObject } from './plain-object'
import { text } from './text'

// Which names there are is the deployment's catalogue's to say.
const MOST_EVENT_TYPES = 1_000

const eventTypeNames = z
  .array(z.string().max(MAX_EVENT_TYPE_NAME, 'There is no such event type.'))
  .min(1, 'Choose at least one event type.')
  .max(MOST_EVENT_TYPES, `Choose at most ${MOST_EVENT_TYPES} event types.`)
  .refine((names) => new Set(names).size === names.length, 'Each event type can be listed once only.')
  .meta({ uniqueItems: true })

const metadata = plainObject
  .pipe(z.record(text(1, 40), text(0, 500)))
  .refine((value) => Object.keys(value).length <= 50, 'Use at most 50 keys.')
  .meta({
    type: 'object',
    additionalProperties: { type: 'string', maxLength: 500 },
    propertyNames: { type: 'string', minLength: 1, maxLength: 40 },
    maxProperties: 50,
    description: 'Texts of your own by their names.',
  })

const kind = z
  .enum(endpointKinds, { error: `Choose one of ${endpointKinds.join(', ')}.` })
  .describe(
    'Where it sends: `api` to `url`, `email` to `email`. Set on creation alone; `api` unless told otherwise.',
  )

/** A name with something to see in it. */
export function endpointName(most: number) {
  return text(1, most).refine((name) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name), 'Fill this in.')
}

/** One e-mail address. */
export function emailAddress(most: number) {
  return z
    .string()
    .max(most, `Use at most ${most} characters.`)
    .pipe(z.email('This is not an e-mail address. Use one, like orders@example.com.'))
}

const writable = z.strictObject({
  name: endpointName(100).describe('What people call it.'),
  api_version: z
    .enum(apiVersions, { error: `Choose one of ${apiVersions.join(', ')}.` })
    .describe('The form of what it receives.'),
  url: z
    .string()
    .max(2_048, 'Use at most 2,048 characters.')
    .describe('Where it sends, of kind `api`: `https://…`, which may hold `{{placeholders}}`.'),
  email: emailAddress(254).describe('Where it sends, of kind `email`.'),
  event_types: eventTypeNames.describe('What it listens to.'),
  all_event_types: z
    .boolean()
    .describe('It listens to every event type, future ones included; `event_types` is left out then.'),
  description: text(0, 1_000).nullable().describe('What it is for.'),
  metadata,
  filter: eventFilterSchema
    .nullable()
    .describe('Which events it wants, by what is in their `data.object`; null for all.'),
  retry_policy: z
    .enum(retryPolicyNames, { error: `Choose one of ${retryPolicyNames.join(', ')}.` })
    .describe('How often what failed is sent again; `standard` unless told otherwise.'),
  timeout_seconds: z
    .number('Use a number of seconds.')
    .min(1, 'At least 1 second.')
    .max(30, 'At most 30 seconds.')
    .describe('The time for all of one attempt: 5 unless told otherwise, 30 of kind `email`.'),
  concurrency: z
    .int('Use a whole number.')
    .min(1, 'At least 1.')
    .max(64, 'At most 64.')
    .describe('Requests at once, 8 unless told otherwise.'),
  rate_limit: z
    .int('Use a whole number of requests per second, or null for no limit.')
    .min(1, 'At least 1 request per second.')
    .max(1_000, 'At most 1,000 requests per second.')
    .nullable()
    .describe('Requests a second; null for no limit.'),
})

type Given = {
  kind?: unknown
  api_version?: unknown
  url?: unknown
  email?: unknown
  headers?: object | undefined
}

// Told beside the other faults, not after them.
const when = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null

function rule(field: keyof Given, code: string, message: string) {
  return { path: [field], message, params: { code }, when }
}

const isEmail = ({ kind: given }: Given) => given === 'email'
const isApi = ({ kind: given }: Given) => given === undefined || given === 'api'

/** Whether an endpoint of this kind can send this API version; true for one that does not exist. */
export function canSend(kind: EndpointKindName, apiVersion: string): boolean {
  return getPayloadFormat(apiVersion)?.kinds.includes(kind) ?? true
}

/** What does not go together with the kind of an endpoint, with the sentences that say so. */
export const kindRules = {
  noUrl: 'An e-mail endpoint has no URL: it sends to its e-mail address.',
  noHeaders: 'An e-mail endpoint has no headers of its own.',
  noFormat: 'An e-mail endpoint attaches the event as JSON; this format is sent to URLs alone.',
  noEmail: 'Only an endpoint of kind “email” has an e-mail address; this one sends to its URL.',
  kindStays: 'The kind of an endpoint cannot be changed. Create another endpoint.',
} as const

/** What creates an endpoint: the fields of seed 001, and ours. `url` and `headers` are of kind `api`, `email` of kind `email`. */
export const createEndpointSchema = writable
  .extend({ kind, headers: customHeaders })
  .partial({
    kind: true,
    url: true,
    email: true,
    headers: true,
    event_types: true,
    all_event_types: true,
    description: true,
    metadata: true,
    filter: true,
    retry_policy: true,
    timeout_seconds: true,
    concurrency: true,
    rate_limit: true,
  })
  .refine((input) => !isApi(input) || input.url !== undefined, rule('url', 'required', 'This is required.'))
  .refine((input) => input.all_event_types === true || input.event_types !== undefined, {
    path: ['event_types'],
    message: 'Choose at least one event type.',
    when,
  })
  .refine((input) => !isEmail(input) || input.url === undefined, rule('url', 'not_of_kind', kindRules.noUrl))
  .refine(
    (input) => !isEmail(input) || input.email !== undefined,
    rule('email', 'required', 'This is required.'),
  )
  .refine(
    (input) => !isApi(input) || input.email === undefined,
    rule('email', 'not_of_kind', kindRules.noEmail),
  )
  .refine(
    (input) => !isEmail(input) || input.headers === undefined,
    rule('headers', 'not_of_kind', kindRules.noHeaders),
  )
  .refine(
    (input) => !isEmail(input) || canSend('email', input.api_version),
    rule('api_version', 'not_of_kind', kindRules.noFormat),
  )
  .meta({
    id: 'NewEndpoint',
    description:
      'Of kind `api` it needs a `url`, of kind `email` an `email`; and `event_types`, or `all_event_types` instead.',
  })

/** What changes an endpoint: one or more of its fields, and whether it is enabled. Its kind can be named, not changed. */
export const updateEndpointSchema = writable
  .extend({
    kind,
    headers: customHeadersPatch,
    status: z
      .enum(['enabled', 'disabled'], { error: 'Use “enabled” or “disabled”.' })
      .describe('A disabled one is sent nothing.'),
  })
  .partial()
  .meta({ id: 'EndpointChanges' })

export type CreateEndpointInput = z.infer<typeof createEndpointSchema>
export type UpdateEndpointInput = z.infer<typeof updateEndpointSchema>
