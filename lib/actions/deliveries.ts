'use server'

import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { resendDelivery as resend } from '@/lib/operations/deliveries'
import { uuid } from '@/lib/schemas/id'
import { type ActionResult, runAction } from './run-action'

const MOST_AT_ONCE = 100

const ofDelivery = z.strictObject({ id: uuid })
const ofDeliveries = z.strictObject({ ids: z.array(uuid).min(1).max(MOST_AT_ONCE) })

/** Sends a delivery once more, now. */
export async function resendDelivery(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction('deliveries:resend', ofDelivery, input, async (context, { id }) => {
    await resend(context, id)
    return { id }
  })
}

/** What became of each of several deliveries that were to be sent once more. */
export type ResendReport = { queued: string[]; refused: { id: string; message: string }[] }

/** Sends several deliveries once more, now; what cannot be is told, and does not stop the others. */
export async function resendDeliveries(input: unknown): Promise<ActionResult<ResendReport>> {
  return runAction('deliveries:resend', ofDeliveries, input, async (context, { ids }) => {
    const report: ResendReport = { queued: [], refused: [] }
    for (const id of new Set(ids)) {
      try {
        await resend(context, id)
        report.queued.push(id)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        report.refused.push({ id, message: error.message })
      }
    }
    return report
  })
}
