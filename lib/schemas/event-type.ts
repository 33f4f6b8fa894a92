import { z } from 'zod'
import { validationModes } from '@/lib/webhooks/event-types/event-catalogue'
import {
  EVENT_TYPE_PATTERN,
  isEventTypeForm,
  MAX_EVENT_TYPE_NAME,
} from '@/lib/webhooks/event-types/event-type-name'
import { isDeeperThan } from '@/lib/webhooks/json-depth'
import { plainObject } from './plain-object'
import { text } from './text'

/** The longest sample, in characters of JSON without spaces. */
const MAX_SAMPLE_LENGTH = 16 * 1024

/** What is said of a name that is none. */
const NAME_FORM =
  'Use the form object.what_happened: small letters, digits and underscores on both sides of one dot, each word beginning with a letter.'

const written = (most: number) => text(1, most).refine((value) => value.trim() !== '', 'Fill this in.')

/** How deep the JSON of a schema or sample can be nested: far below where writing it would overflow the stack. */
const MAX_DEPTH = 100

const record = plainObject
  .refine((value) => !isDeeperThan(value, MAX_DEPTH), `Nest this ${MAX_DEPTH} levels deep at most.`)
  .pipe(z.record(z.string(), z.unknown()))

const sample = record
  .refine((value) => JSON.stringify(value).length <= MAX_SAMPLE_LENGTH, {
    error: `Use at most ${MAX_SAMPLE_LENGTH} characters of JSON.`,
  })
  .meta({
    type: 'object',
    description: 'A `data.object` by the schema; made from it where there is none.',
  })

const validation = z
  .enum(validationModes, { error: `Choose one of ${validationModes.join(', ')}.` })
  .describe(
    'What becomes of an event that does not match the schema; of a new type `off` where it is left out.',
  )

const writable = z.strictObject({
  category: written(60).describe('Under which it is listed.'),
  description: written(300).describe('When it happens, in a sentence.'),
  schema: record.meta({
    type: 'object',
    description: 'The JSON Schema (2020-12) of `data.object`: an object with `properties`.',
  }),
  sample,
  validation,
})

/** What makes an event type of a deployment's own; a sample is made from the schema where there is none. */
export const createEventTypeSchema = writable
  .extend({
    name: z
      .string()
      .max(MAX_EVENT_TYPE_NAME, `Use at most ${MAX_EVENT_TYPE_NAME} characters.`)
      .refine(isEventTypeForm, NAME_FORM)
      .meta({ pattern: EVENT_TYPE_PATTERN })
      .describe('Like `parcel.lost`.'),
  })
  .partial({ sample: true, validation: true })
  .meta({ id: 'NewEventType' })

/** What changes an event type; of one of the code, `validation` alone. `archived: false` takes an archived one back. */
export const updateEventTypeSchema = writable
  .extend({ archived: z.boolean().describe('False takes an archived one back.') })
  .partial()
  .meta({ id: 'EventTypeChanges' })

export type CreateEventTypeInput = z.infer<typeof createEventTypeSchema>
export type UpdateEventTypeInput = z.infer<typeof updateEventTypeSchema>
