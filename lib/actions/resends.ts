'use server'

import { z } from 'zod'
import { startCatchUp as catchUp } from '@/lib/operations/catch-up'
import { toResendFilter } from '@/lib/operations/delivery-log'
import { planResend as plan, type ResendPlanned } from '@/lib/operations/resend-plan'
import { cancelResend as cancel, startResend as start } from '@/lib/operations/resends'
import { uuid } from '@/lib/schemas/id'
import { resendRate, selectionSchema, startSelectionSchema } from '@/lib/schemas/resend'
import { type ActionResult, runAction } from './run-action'

const ofJob = z.strictObject({ id: uuid })
const ofEndpoint = z.strictObject({ endpointId: uuid })
const startOfEndpoint = ofEndpoint.extend({ rate: resendRate, key: uuid })

/** What a bulk resend would do, counted now. */
export async function planResend(input: unknown): Promise<ActionResult<ResendPlanned>> {
  return runAction('deliveries:resend', selectionSchema, input, async (context, selection, { timeZone }) => {
    const { search: _, upTo: __, ...planned } = await plan(context, toResendFilter(selection, timeZone))
    return planned
  })
}

/** Starts a bulk resend. */
export async function startResend(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(
    'deliveries:resend',
    startSelectionSchema,
    input,
    async (context, { selection, rate, key }, { timeZone }) => {
      const { id } = await start(context, toResendFilter(selection, timeZone), {
        rate,
        key,
        asked: selection,
      })
      return { id }
    },
  )
}

/** Ends a bulk resend or catch-up. */
export async function cancelResend(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction('deliveries:resend', ofJob, input, async (context, { id }) => {
    await cancel(context, id)
    return { id }
  })
}

/** Starts the delivery of what an endpoint missed. */
export async function startCatchUp(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(
    'deliveries:resend',
    startOfEndpoint,
    input,
    async (context, { endpointId, ...options }) => {
      const { id } = await catchUp(context, endpointId, options)
      return { id }
    },
  )
}
