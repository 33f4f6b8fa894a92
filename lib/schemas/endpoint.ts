import { z } from 'zod'
import { eventFilterSchema } from '@/lib/webhooks/event-filter'
import { isEventTypeName } from '@/lib/webhooks/event-types/catalogue'
import { apiVersions } from '@/lib/webhooks/payload-formats/registry'
import { retryPolicyNames } from '@/lib/webhooks/retry-policy'
import { text } from './text'

const eventTypeNames = z
  .array(z.string().refine(isEventTypeName, 'There is no such event type.'))
  .min(1, 'Choose at least one event type.')
  .refine((names) => new Set(names).size === names.length, 'Each event type can be listed once only.')

// Copying an object, as zod does, loses a key of this name.
const metadata = z
  .custom<object>(
    (value) => typeof value === 'object' && value !== null && !Object.hasOwn(value, '__proto__'),
    {
      error: 'Use an object of names and texts.',
    },
  )
  .pipe(z.record(text(1, 40), text(0, 500)))
  .refine((value) => Object.keys(value).length <= 50, 'Use at most 50 keys.')

const writable = z.strictObject({
  name: text(1, 100).refine((name) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name), 'Fill this in.'),
  api_version: z.enum(apiVersions, { error: `Choose one of ${apiVersions.join(', ')}.` }),
  url: z.string().max(2_048, 'Use at most 2,048 characters.'),
  event_types: eventTypeNames,
  all_event_types: z.boolean(),
  description: text(0, 1_000).nullable(),
  metadata,
  filter: eventFilterSchema.nullable(),
  retry_policy: z.enum(retryPolicyNames, { error: `Choose one of ${retryPolicyNames.join(', ')}.` }),
  timeout_seconds: z
    .number('Use a number of seconds.')
    .min(1, 'At least 1 second.')
    .max(30, 'At most 30 seconds.'),
  concurrency: z.int('Use a whole number.').min(1, 'At least 1.').max(64, 'At most 64.'),
})

/** What creates an endpoint: the fields of seed 001, and ours. */
export const createEndpointSchema = writable
  .partial({
    event_types: true,
    all_event_types: true,
    description: true,
    metadata: true,
    filter: true,
    retry_policy: true,
    timeout_seconds: true,
    concurrency: true,
  })
  .refine((input) => input.all_event_types === true || input.event_types !== undefined, {
    path: ['event_types'],
    message: 'Choose at least one event type.',
    // Told beside the other faults, not after them.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })

/** What changes an endpoint: one or more of its fields, and whether it is enabled. */
export const updateEndpointSchema = writable
  .partial()
  .extend({ status: z.enum(['enabled', 'disabled'], { error: 'Use “enabled” or “disabled”.' }).optional() })

export type CreateEndpointInput = z.infer<typeof createEndpointSchema>
export type UpdateEndpointInput = z.infer<typeof updateEndpointSchema>
