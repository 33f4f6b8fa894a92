import { findEndpointByNumber, listEndpointSlice } from '@/lib/db/numbered-endpoints'
import { AppError, validationError } from '@/lib/errors'
import {
  type CreateWebhookInput,
  isWebhookEmail,
  noWebhookEmail,
  type UpdateWebhookInput,
  type WebhookListQuery,
} from '@/lib/schemas/webhook'
import { dashedEventNames } from '@/lib/webhooks/event-types/catalogue'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import { withScheme } from '@/lib/webhooks/with-scheme'
import type { StoreContext } from './context'
import { createEndpoint, deleteEndpoint, type Endpoint, getEndpoint, updateEndpoint } from './endpoints'

// A webhook of seed 002's API is an endpoint, known by its number, with one event and one place to send to.

/** A page of the store's endpoints, and how many it has in all. */
export async function listWebhooks(
  context: StoreContext,
  { limit, page, sort_field: field, sort_order: order }: WebhookListQuery,
): Promise<{ endpoints: Endpoint[]; total: number }> {
  return listEndpointSlice(context.storeId, {
    limit,
    offset: (page - 1) * limit,
    by: field === 'updated_at' ? 'updatedAt' : 'createdAt',
    order: order === 'ASC' ? 'asc' : 'desc',
  })
}

/**
 * Makes an endpoint, as `createEndpoint` does, of a webhook's fields. Throws `validation_failed` with their names,
 * `endpoint_limit_reached`.
 */
export async function createWebhook(
  context: StoreContext,
  input: CreateWebhookInput,
  key: string | null = null,
): Promise<Endpoint> {
  const { name, type, event, url_or_email: address, is_enabled: isEnabled = true } = input
  const target = type === 'e-mail' ? { kind: 'email' as const, email: address } : { url: withScheme(address) }
  const fields = { name, api_version: defaultApiVersion, event_types: [dashedEventNames[event]], ...target }
  const { endpoint } = await inWebhookWords(
    createEndpoint(context, fields, { key, isEnabled, urlAsGiven: urlAsGiven(address, target.url) }),
  )
  return endpoint
}

/**
 * Changes what `input` names of the endpoint with this number; its event takes the place of all that it listened to.
 * Throws `validation_failed` with the fields' names, `not_found`.
 */
export async function updateWebhook(
  context: StoreContext,
  number: number,
  input: UpdateWebhookInput,
): Promise<void> {
  const endpoint = await getEndpoint(context, await idOf(context, number))
  const { name, event, url_or_email: address, is_enabled: isEnabled } = input
  const url = address !== undefined && endpoint.kind === 'api' ? withScheme(address) : undefined
  if (address !== undefined && url === undefined && !isWebhookEmail(address)) {
    throw validationError([{ pointer: '/url_or_email', code: 'invalid', detail: noWebhookEmail }])
  }
  const fields = {
    ...(name === undefined ? {} : { name }),
    ...(event === undefined ? {} : { event_types: [dashedEventNames[event]] }),
    ...(url === undefined ? {} : { url }),
    ...(address === undefined || url !== undefined ? {} : { email: address }),
    ...(isEnabled === undefined ? {} : { status: isEnabled ? ('enabled' as const) : ('disabled' as const) }),
  }
  const given = address === undefined ? {} : { urlAsGiven: urlAsGiven(address, url) }
  await inWebhookWords(updateEndpoint(context, endpoint.id, fields, given))
}

/** Deletes the endpoint with this number; throws `not_found`. */
export async function deleteWebhook(context: StoreContext, number: number): Promise<void> {
  await deleteEndpoint(context, await idOf(context, number))
}

async function idOf({ storeId }: StoreContext, number: number): Promise<string> {
  const id = await findEndpointByNumber(storeId, number)
  if (id === null) throw new AppError('not_found')
  return id
}

function urlAsGiven(address: string, url: string | undefined): string | null {
  return url === undefined || url === address ? null : address
}

const names: Readonly<Record<string, string>> = {
  '/url': '/url_or_email',
  '/email': '/url_or_email',
  '/kind': '/type',
}

/** What the endpoint's fields are called here. */
async function inWebhookWords<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'validation_failed') throw error
    throw validationError(
      error.fields.map((field) => ({ ...field, pointer: names[field.pointer] ?? field.pointer })),
    )
  }
}
