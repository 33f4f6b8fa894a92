import { AppError, type FieldError, validationError } from '@/lib/errors'
import { idTime } from '@/lib/ids'
import type { EventInput } from '@/lib/schemas/event'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import type { StoreContext } from './context'
import { prepareEvent, storeEvents } from './store-events'

/** An event that was accepted, as its sender sees it. */
export type AcceptedEvent = {
  id: string
  type: string
  occurredAt: Date
  createdAt: Date
  apiVersion: string
  data: unknown
  deliveriesCount: number
}

/**
 * Accepts events of a store: when this resolves, they and their deliveries are durable. A batch is stored whole or not
 * at all; `validation_failed` names each bad event by its pointer under `base`. An event whose idempotency key was
 * used for the same content within 24 h answers the first one's values.
 */
export async function acceptEvents(
  context: StoreContext,
  inputs: readonly EventInput[],
  base: (index: number) => string,
): Promise<AcceptedEvent[]> {
  const problems: FieldError[] = []
  const events = inputs.flatMap((input, index) => {
    try {
      return [prepareEvent(context, input, base(index))]
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'validation_failed') throw error
      problems.push(...error.fields)
      return []
    }
  })
  if (problems.length > 0) throw validationError(problems)

  const stored = await storeEvents(context, events)
  return stored.map(({ id, occurredAt, deliveriesCount }, index) => {
    const input = inputs[index]
    return {
      id,
      type: input?.type ?? '',
      occurredAt,
      createdAt: idTime(id),
      apiVersion: defaultApiVersion,
      data: input?.data,
      deliveriesCount,
    }
  })
}
