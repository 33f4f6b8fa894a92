import { z } from 'zod'
import { deliveryStatuses } from '@/lib/webhooks/delivery-state'
import { errorKinds } from '@/lib/webhooks/outcome'
import { queryNumber } from './page'

/** The ranges that the log offers besides two dates of one's own. */
export const logRanges = {
  '1h': 3_600_000,
  '24h': 86_400_000,
  '7d': 604_800_000,
  '30d': 2_592_000_000,
} as const

const rangeNames = ['1h', '24h', '7d', '30d'] as const
const httpStatus = z.union([queryNumber(100, 599), z.enum(['2xx', '3xx', '4xx', '5xx'])])
const localDay = z.iso.date()

/**
 * The filters of the delivery log as its address holds them. What is not understood is left out, so that an old or
 * mistyped address still shows a log. `from` and `to` are days in the viewer's time zone, `to` included.
 */
export const logFilterSchema = z.object({
  status: z.enum(deliveryStatuses).optional().catch(undefined),
  type: z.string().min(1).max(200).optional().catch(undefined),
  endpoint: z.string().max(40).optional().catch(undefined),
  code: httpStatus.optional().catch(undefined),
  error: z.enum(errorKinds).optional().catch(undefined),
  range: z.enum(rangeNames).optional().catch(undefined),
  from: localDay.optional().catch(undefined),
  to: localDay.optional().catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  after: z.string().max(40).optional().catch(undefined),
  before: z.string().max(40).optional().catch(undefined),
})

export type LogFilterInput = z.infer<typeof logFilterSchema>

const MOST_IDS = 100

/** Deliveries by their public ids, parted by commas. */
export const deliveryIdsQuery = z.strictObject({
  ids: z
    .string('Name the deliveries.')
    .transform((text) => text.split(','))
    .pipe(z.array(z.string()).max(MOST_IDS, `Ask for ${MOST_IDS} deliveries at most.`)),
})
