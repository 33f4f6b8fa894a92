'use server'

import { z } from 'zod'
import {
  createEndpoint as create,
  deleteEndpoint as remove,
  updateEndpoint as update,
} from '@/lib/operations/endpoints'
import { endRotation, revealSecret as reveal, rotateSecret as rotate } from '@/lib/operations/secrets'
import { snoozeEndpoint as snooze } from '@/lib/operations/snooze'
import { sendTest } from '@/lib/operations/test-sends'
import { createEndpointSchema, updateEndpointSchema } from '@/lib/schemas/endpoint'
import { testSendSchema } from '@/lib/schemas/event'
import { uuid } from '@/lib/schemas/id'
import { graceSeconds } from '@/lib/schemas/secret-rotation'
import { type ActionResult, runAction } from './run-action'

const LONGEST_TEST_DATA = 500_000

const ofEndpoint = z.strictObject({ id: uuid })
const rotation = ofEndpoint.extend({ graceSeconds })
const change = ofEndpoint.extend({ changes: updateEndpointSchema })

// As text: what a browser sends to an action may name one object many times, and grow without end when it is walked.
const jsonText = z
  .string()
  .max(LONGEST_TEST_DATA, 'This is too large.')
  .transform((text, check) => {
    try {
      return JSON.parse(text)
    } catch {
      check.addIssue({ code: 'custom', message: 'This is not valid JSON.' })
      return z.NEVER
    }
  })
const test = ofEndpoint.extend({
  send: z
    .strictObject({ event_type: z.string().max(200).optional(), data: jsonText.optional() })
    .pipe(testSendSchema),
})

/** Makes an endpoint; its secret and the delivery of its test event are in the answer. */
export async function createEndpoint(
  input: unknown,
): Promise<ActionResult<{ id: string; secret: string; testDeliveryId: string | null }>> {
  return runAction('endpoints:write', createEndpointSchema, input, async (context, fields) => {
    const { endpoint, secret, testDeliveryId } = await create(context, fields)
    return { id: endpoint.id, secret, testDeliveryId }
  })
}

/** Changes an endpoint's fields, or enables or disables it. */
export async function updateEndpoint(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction('endpoints:write', change, input, async (context, { id, changes }) => {
    const endpoint = await update(context, id, changes)
    return { id: endpoint.id }
  })
}

/** Puts the disabling of a failing endpoint off by 24 h; until when. */
export async function snoozeEndpoint(input: unknown): Promise<ActionResult<{ until: Date }>> {
  return runAction('endpoints:write', ofEndpoint, input, async (context, { id }) => ({
    until: await snooze(context, id),
  }))
}

/** Deletes an endpoint. */
export async function deleteEndpoint(input: unknown): Promise<ActionResult<null>> {
  return runAction('endpoints:write', ofEndpoint, input, async (context, { id }) => {
    await remove(context, id)
    return null
  })
}

/** Shows an endpoint's secret, which is noted in the audit log. */
export async function revealSecret(input: unknown): Promise<ActionResult<{ secret: string }>> {
  return runAction('secrets:reveal', ofEndpoint, input, async (context, { id }) => {
    const { secret } = await reveal(context, id)
    return { secret }
  })
}

/** Gives an endpoint a new secret; the old one signs on for the grace. */
export async function rotateSecret(
  input: unknown,
): Promise<ActionResult<{ secret: string; oldSignsUntil: Date | null }>> {
  return runAction('secrets:reveal', rotation, input, (context, { id, graceSeconds }) =>
    rotate(context, id, graceSeconds),
  )
}

/** Ends the grace of the last rotation now. */
export async function expireOldSecret(input: unknown): Promise<ActionResult<null>> {
  return runAction('secrets:reveal', ofEndpoint, input, async (context, { id }) => {
    await endRotation(context, id)
    return null
  })
}

/** Sends a test event to an endpoint, `data` being JSON as text; the answer names the delivery, whose outcome the page then polls. */
export async function sendTestEvent(input: unknown): Promise<ActionResult<{ deliveryId: string }>> {
  return runAction('test_sends:write', test, input, async (context, { id, send }) => ({
    deliveryId: await sendTest(context, id, send),
  }))
}
