import { callAction } from '@/components/shell/call-action'
import { ScreenError } from '@/components/shell/screen-query'
import type { ActionResult } from '@/lib/actions/run-action'

const ours = ['unavailable', 'internal']

/** A server action's data, for a query; throws a ScreenError, whose status says whether asking again can help. */
export async function ask<Data>(call: Promise<ActionResult<Data>>): Promise<Data> {
  const result = await callAction(call)
  if (result.ok) return result.data
  const { code, message, requestId } = result
  throw new ScreenError(ours.includes(code) ? 503 : 400, message, requestId || undefined)
}
