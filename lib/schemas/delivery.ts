import { z } from 'zod'
import { deliveryStatuses } from '@/lib/webhooks/delivery-state'
import { errorKinds } from '@/lib/webhooks/outcome'
import { instantText } from './instant-text'
import { queryNumber } from './page'

/** What the log is searched for. Of spaces alone nothing would be left, and everything match. */
export const searchText = z
  .string('Use one search text.')
  .max(200)
  .refine((value) => value.trim() !== '', 'Search for at least one character.')

/** The filters of the delivery log, as a query gives them; all can be combined. */
export const deliveryQuery = z.strictObject({
  endpoint_id: z.string('Use one endpoint id.').optional(),
  event_type: z.string('Use one event type.').max(200).optional(),
  status: z.enum(deliveryStatuses, { error: `Use one of ${deliveryStatuses.join(', ')}.` }).optional(),
  http_status: queryNumber(100, 999).optional(),
  error: z.enum(errorKinds, { error: 'There is no such kind of error.' }).optional(),
  since: instantText.optional(),
  until: instantText.optional(),
  q: searchText.optional(),
  resend_id: z.string('Use one resend id.').optional(),
  limit: queryNumber(1, 100).default(20),
  after: z.string('Use the cursor of the page before.').optional(),
})

/** Over how many days, today included, and of what statistics are asked for. */
export const statisticsQuery = z.strictObject({
  days: queryNumber(1, 90).default(30),
  endpoint_id: z.string('Use one endpoint id.').optional(),
  event_type: z.string('Use one event type.').max(200).optional(),
})

const MOST_IDS = 100

/** Deliveries by their public ids, parted by commas. */
export const deliveryIdsQuery = z.strictObject({
  ids: z
    .string('Name the deliveries.')
    .transform((text) => text.split(','))
    .pipe(z.array(z.string()).max(MOST_IDS, `Ask for ${MOST_IDS} deliveries at most.`)),
})
