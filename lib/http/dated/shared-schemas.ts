import { z } from 'zod'
import { deliveryStatuses, triggers } from '@/lib/webhooks/delivery-state'
import { errorKinds } from '@/lib/webhooks/outcome'

/** An instant as answers have it: UTC, whole seconds. */
export const seconds = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .meta({ format: 'date-time' })

/** A text that is one of these: the database, which holds it, knows it as a text. */
export function oneOf(names: readonly string[]) {
  return z.string().meta({ enum: [...names] })
}

export const count = z.int().min(0)

export const milliseconds = z.number().min(0)

/** A share, between 0 and 1; null where there is nothing to share. */
export const share = z.number().min(0).max(1).nullable()

export const deliveryStatus = z
  .enum(deliveryStatuses)
  .meta({ id: 'DeliveryStatus', description: 'Final are `delivered`, `failed` and `cancelled`.' })
export const errorKind = z
  .enum(errorKinds)
  .meta({ id: 'ErrorKind', description: 'Why an attempt or a delivery did not succeed.' })
export const trigger = z
  .enum(triggers)
  .meta({ id: 'Trigger', description: 'What caused an attempt; of a delivery, its latest.' })
