import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { startCatchUp } from '@/lib/actions/resends'
import { toPublicId } from '@/lib/ids'

/** That what an endpoint missed is to be delivered: whether the pace makes sense, and the start. */
export type CatchUpChoice = { isValid: boolean; start: () => Promise<string | undefined> }

/** Starts a catch-up and opens its page; a sentence says why it could not be. */
export async function beginCatchUp(
  input: { endpointId: string; rate: number | null; key: string },
  open: (href: `/deliveries/resends/${string}`) => void,
): Promise<string | undefined> {
  const result = await callAction(startCatchUp(input))
  if (!result.ok) return refusalText(result)
  open(`/deliveries/resends/${toPublicId('rs', result.data.id)}`)
  return undefined
}
