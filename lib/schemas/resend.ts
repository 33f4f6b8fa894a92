import { z } from 'zod'
import { deliveryQuery, searchText } from './delivery'
import { uuid } from './id'
import { instantText } from './instant-text'

/** How many deliveries a bulk resend may name one by one. */
const MOST_NAMED = 500
/** Deliveries a second, where nobody says otherwise. */
const STANDARD_RATE = 10
const MOST_PER_SECOND = 1_000

const { shape: ofLog } = deliveryQuery
const instant = instantText.transform((at) => at.toISOString())
const RATE = `Use a whole number from 1 to ${MOST_PER_SECOND}.`

/** Deliveries a second. */
export const resendRate = z.int(RATE).min(1, RATE).max(MOST_PER_SECOND, RATE)

/** What a program asks to resend: the filters of the log, or deliveries by their ids. */
const filter = z
  .strictObject({
    endpoint_id: ofLog.endpoint_id,
    event_type: ofLog.event_type,
    status: ofLog.status,
    http_status: z
      .int('Use an HTTP status.')
      .min(100, 'Use an HTTP status.')
      .max(999, 'Use an HTTP status.')
      .optional()
      .describe('Those whose last attempt was answered with this status.'),
    error: ofLog.error,
    since: instant.optional().describe('Those that began at this time or later.'),
    until: instant.optional().describe('Those that began before this time.'),
    q: searchText.optional().describe('As in the log.'),
    resend_id: z.string('Use one resend id.').optional().describe('Those of this job.'),
    delivery_ids: z
      .array(z.string('Use delivery ids.'))
      .min(1, 'Name at least one delivery.')
      .max(MOST_NAMED, `Name at most ${MOST_NAMED} deliveries.`)
      .optional()
      .describe('These deliveries.'),
    include_delivered: z
      .boolean('Use true or false.')
      .optional()
      .describe('Those that arrived once more too; else only where `status` is `delivered`.'),
  })
  .meta({ id: 'ResendFilter', description: 'Which deliveries; an empty one is refused.' })

/** `POST /resends`. */
const newResend = z.strictObject({
  filter,
  dry_run: z.boolean('Use true or false.').default(false).describe('Count, and do nothing.'),
  rate: resendRate.default(STANDARD_RATE).describe('Deliveries a second.'),
})
export const createResendSchema = newResend.meta({ id: 'NewResend' })

/** `POST /webhook_endpoints/{id}/catch_up`. */
export const catchUpSchema = newResend.omit({ filter: true }).meta({ id: 'NewCatchUp' })

/** What a screen asks to resend: what the log's address matches, or deliveries that were selected. */
export const selectionSchema = z.union([
  z.strictObject({ query: z.string().max(2_000), includeDelivered: z.boolean() }),
  z.strictObject({ ids: z.array(uuid).min(1).max(MOST_NAMED), includeDelivered: z.boolean() }),
])

/** The same with how fast, and a key per dialog, so that a click that is repeated starts one job. */
export const startSelectionSchema = z.strictObject({
  selection: selectionSchema,
  rate: resendRate,
  key: uuid,
})

export type CreateResendInput = z.infer<typeof createResendSchema>
export type ResendSelection = z.infer<typeof selectionSchema>
