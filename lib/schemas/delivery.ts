import { z } from 'zod'
import { deliveryStatuses } from '@/lib/webhooks/delivery-state'
import { errorKinds } from '@/lib/webhooks/outcome'
import { instantText } from './instant-text'
import { pageCursor, pageLimit, queryNumber } from './page'

/** What the log is searched for. Of spaces alone nothing would be left, and everything match. */
export const searchText = z
  .string('Use one search text.')
  .max(200, 'Search for at most 200 characters.')
  .refine((value) => value.trim() !== '', 'Search for at least one character.')

const oneEndpoint = z.string('Use one endpoint id.').optional()
const oneType = z.string('Use one event type.').max(200, 'No event type is that long.').optional()

/** The filters of the delivery log, as a query gives them; all can be combined. */
export const deliveryQuery = z.strictObject({
  endpoint_id: oneEndpoint.describe('Those to this endpoint.'),
  event_type: oneType.describe('Those of this event type.'),
  status: z
    .enum(deliveryStatuses, { error: `Use one of ${deliveryStatuses.join(', ')}.` })
    .optional()
    .describe('Those in this state.'),
  http_status: queryNumber(100, 999)
    .optional()
    .describe('Those whose last attempt was answered with this status.'),
  error: z
    .enum(errorKinds, { error: 'There is no such kind of error.' })
    .optional()
    .describe('Those whose last attempt failed so.'),
  since: instantText.optional().describe('Those that began at this time or later.'),
  until: instantText.optional().describe('Those that began before this time.'),
  q: searchText
    .optional()
    .describe(
      'An exact id of an event, delivery or endpoint; else an id or e-mail address in the event’s data; else part of an endpoint’s URL or address.',
    ),
  resend_id: z.string('Use one resend id.').optional().describe('Those of this bulk resend or catch-up.'),
  limit: pageLimit,
  after: pageCursor,
})

/** Over how many days, today included, and of what statistics are asked for. */
export const statisticsQuery = z.strictObject({
  days: queryNumber(1, 90)
    .default(30)
    .meta({ description: 'How many of the store’s local days, today included.', standard: 30 }),
  endpoint_id: oneEndpoint.describe('Of this endpoint alone.'),
  event_type: oneType.describe('Of this event type alone.'),
})

/** The same of one endpoint, which its path names. */
export const endpointStatisticsQuery = statisticsQuery.pick({ days: true })

const MOST_IDS = 100

/** Deliveries by their public ids, parted by commas. */
export const deliveryIdsQuery = z.strictObject({
  ids: z
    .string('Name the deliveries.')
    .transform((text) => text.split(','))
    .pipe(z.array(z.string()).max(MOST_IDS, `Ask for ${MOST_IDS} deliveries at most.`)),
})
