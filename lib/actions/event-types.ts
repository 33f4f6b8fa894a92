'use server'

import { z } from 'zod'
import { createEventType as create, updateEventType as update } from '@/lib/operations/event-types'
import { createEventTypeSchema, updateEventTypeSchema } from '@/lib/schemas/event-type'
import { type ActionResult, runAction } from './run-action'

const LONGEST_JSON = 100_000

// As text: what a browser sends to an action may name one object many times, and grow without end when it is walked.
const jsonText = z
  .string()
  .max(LONGEST_JSON, 'This is too large.')
  .transform((text, check): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      check.addIssue({ code: 'custom', message: 'This is not valid JSON.' })
      return z.NEVER
    }
  })

const given = { schema: jsonText.optional(), sample: jsonText.optional() }
const creation = z.looseObject(given).pipe(createEventTypeSchema)
const change = z.strictObject({
  name: z.string().max(200),
  changes: z.looseObject(given).pipe(updateEventTypeSchema),
})

/** Makes an event type for the deployment, `schema` and `sample` being JSON as text. */
export async function createEventType(input: unknown): Promise<ActionResult<{ name: string }>> {
  return runAction('event_types:write', creation, input, async (context, fields) => {
    const { name } = await create(context, fields)
    return { name }
  })
}

/** Changes, archives or takes back an event type. */
export async function updateEventType(input: unknown): Promise<ActionResult<{ name: string }>> {
  return runAction('event_types:write', change, input, async (context, { name, changes }) => {
    await update(context, name, changes)
    return { name }
  })
}
