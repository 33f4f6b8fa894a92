import { z } from 'zod'
import { dashedEventNames } from '@/lib/webhooks/event-types/catalogue'
import { emailAddress, endpointName } from './endpoint'
import { queryNumber } from './page'

const LONGEST_NAME = 50
const LONGEST_URL = 500
const LONGEST_EMAIL = 127
const LONGEST_PAGE = 15

type DashedEventName = keyof typeof dashedEventNames

function isDashed(name: string): name is DashedEventName {
  return Object.hasOwn(dashedEventNames, name)
}

/** The names that seed 002's API has for event types. */
export const webhookEvents: readonly DashedEventName[] = Object.keys(dashedEventNames).filter(isDashed)

const object = { error: 'Send a JSON object.' }

const writable = z.strictObject(
  {
    name: endpointName(LONGEST_NAME).describe('What people call it.'),
    event: z
      .enum(webhookEvents, { error: `Choose one of ${webhookEvents.join(', ')}.` })
      .describe('What it listens to.'),
    url_or_email: z
      .string({ error: ({ input }) => (input === undefined ? undefined : 'Use text.') })
      .min(1, 'Fill this in.')
      .max(LONGEST_URL, `Use at most ${LONGEST_URL} characters.`)
      .describe('Where it sends: a URL, whose scheme can be left out, or an e-mail address.'),
    is_enabled: z.boolean('Use true or false.').describe('A disabled one is sent nothing.'),
  },
  object,
)

const email = emailAddress(LONGEST_EMAIL)

/** Whether an e-mail webhook can send to it. */
export function isWebhookEmail(address: unknown): boolean {
  return email.safeParse(address).success
}

export const noWebhookEmail = `This is not an e-mail address of at most ${LONGEST_EMAIL} characters. Use one, like orders@example.com.`

/** What creates a webhook of seed 002's API. That a URL can be sent to is for the operation to say. */
export const createWebhookSchema = z
  .strictObject(
    {
      ...writable.shape,
      type: z
        .enum(['api', 'e-mail'], { error: 'Choose “api” or “e-mail”.' })
        .describe('Whether it sends to a URL or to an e-mail address.'),
      format: z.literal('json', { error: 'Use “json”: there is no other format.' }),
      is_enabled: writable.shape.is_enabled.optional(),
    },
    object,
  )
  .refine(({ type, url_or_email: address }) => type !== 'e-mail' || !address || isWebhookEmail(address), {
    path: ['url_or_email'],
    message: noWebhookEmail,
    // Told beside the other faults, not after them.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .meta({ id: 'V1NewWebhook' })

/** What changes one: some of these, and nothing else. Whether it has a URL or an address stays. */
export const updateWebhookSchema = writable.partial().meta({ id: 'V1WebhookChanges' })

const pageNumber = `Use a whole number from 1, of at most ${LONGEST_PAGE} digits.`

/** Which webhooks to list, and how. */
export const webhookListQuery = z.strictObject({
  limit: queryNumber(1, 50).default(20).meta({ description: 'How many to answer.', standard: 20 }),
  page: z
    .string(pageNumber)
    .regex(new RegExp(`^\\d{1,${LONGEST_PAGE}}$`), pageNumber)
    .transform(Number)
    .pipe(z.number().min(1, pageNumber))
    .default(1)
    .meta({ type: 'integer', minimum: 1, description: 'Which page of so many.', standard: 1 }),
  sort_field: z
    .enum(['created_at', 'updated_at'], { error: 'Use “created_at” or “updated_at”.' })
    .default('created_at')
    .describe('By which time they are sorted.'),
  sort_order: z
    .enum(['ASC', 'DESC'], { error: 'Use “ASC” or “DESC”.' })
    .default('DESC')
    .describe('In which order.'),
})

/** Which webhook to change or delete. What is no number is the id of none. */
export const webhookIdQuery = z.strictObject({
  id: z
    .string({
      error: ({ input }) => (input === undefined ? 'Name the webhook, as in ?id=1.' : 'Give one id.'),
    })
    .describe('Of the webhook.'),
})

export type CreateWebhookInput = z.infer<typeof createWebhookSchema>
export type UpdateWebhookInput = z.infer<typeof updateWebhookSchema>
export type WebhookListQuery = z.infer<typeof webhookListQuery>
