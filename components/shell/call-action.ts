import type { ActionResult } from '@/lib/actions/run-action'
import { endSession } from './session-end'

/** A server action's answer, also where none came: a lost connection is a refusal like the others. */
export async function callAction<Data>(call: Promise<ActionResult<Data>>): Promise<ActionResult<Data>> {
  try {
    const result = await call
    if (!result.ok && result.code === 'unauthenticated') endSession()
    return result
  } catch {
    return {
      ok: false,
      code: 'unavailable',
      message: 'Shopbell could not be reached, or was updated meanwhile. Try again, or reload the page.',
      fields: [],
      requestId: '',
    }
  }
}
