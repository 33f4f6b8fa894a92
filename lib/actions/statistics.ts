'use server'

import { z } from 'zod'
import { getStatistics as get, type Statistics } from '@/lib/operations/statistics'
import { uuid } from '@/lib/schemas/id'
import { type ActionResult, runAction } from './run-action'

const question = z.strictObject({
  days: z.int().min(1).max(90).default(30),
  endpointId: uuid.optional(),
  eventType: z.string().max(200).optional(),
})

/** The store's statistics over the last days. */
export async function getStatistics(input: unknown): Promise<ActionResult<Statistics>> {
  return runAction(null, question, input, (context, given) => get(context, given))
}
