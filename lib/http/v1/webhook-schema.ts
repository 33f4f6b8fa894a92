import { z } from 'zod'

const count = z.int().min(0)

const webhookSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    type: z.enum(['api', 'e-mail']),
    event: z.string().describe('The event type with a dash, the first one where it listens to several.'),
    format: z.literal('json'),
    url_or_email: z.string().nullable(),
    is_enabled: z.boolean(),
    created_at: z.string().describe('UTC, like `2025-01-15 10:30:00`.'),
    updated_at: z.string(),
  })
  .meta({ id: 'V1Webhook', description: 'An endpoint as version 1 shows it.' })

export type WebhookView = z.infer<typeof webhookSchema>

export const webhooksSchema = z
  .object({
    data: z.array(webhookSchema),
    meta: z.object({
      pagination: z.object({
        total: count,
        count,
        per_page: count,
        current_page: count,
        total_pages: count,
        links: z.object({ next: z.string().nullable().describe('The next page; null on the last one.') }),
      }),
    }),
  })
  .meta({ id: 'V1Webhooks' })
export const createdWebhookSchema = z
  .object({ status: z.literal('success'), data: z.object({ id: z.int() }) })
  .meta({ id: 'V1Created' })
export const doneSchema = z.object({ status: z.literal('success') }).meta({ id: 'V1Success' })
export const refusalSchema = z
  .object({
    status: z.literal('error'),
    error: z.string().describe('A sentence.'),
    errors: z.record(z.string(), z.array(z.string())).optional().describe('Of a 422: sentences by field.'),
  })
  .meta({ id: 'V1Error' })

export const newWebhook = {
  name: 'Order notifications',
  type: 'api',
  event: 'order-created',
  format: 'json',
  url_or_email: 'example.com/webhooks/orders',
  is_enabled: true,
} as const

export const exampleWebhook: WebhookView = {
  id: 281_474_976_710_657,
  ...newWebhook,
  created_at: '2025-01-15 10:30:00',
  updated_at: '2025-01-15 10:30:00',
}

export const exampleWebhooks: z.infer<typeof webhooksSchema> = {
  data: [exampleWebhook],
  meta: {
    pagination: {
      total: 1,
      count: 1,
      per_page: 20,
      current_page: 1,
      total_pages: 1,
      links: { next: null },
    },
  },
}
