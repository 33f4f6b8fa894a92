'use server'

import { z } from 'zod'
import { markNoticesSeen as mark } from '@/lib/operations/notices'
import { uuid } from '@/lib/schemas/id'
import { type ActionResult, runAction } from './run-action'

const upTo = z.strictObject({ newestId: uuid })

/** Notes that the person has seen the store's notices up to this one. */
export async function markNoticesSeen(input: unknown): Promise<ActionResult<null>> {
  return runAction(null, upTo, input, async (context, { newestId }, viewer) => {
    await mark(context, viewer.userId, newestId)
    return null
  })
}
