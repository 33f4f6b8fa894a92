import { recordAudit } from '@/lib/db/audit'
import { prisma } from '@/lib/db/client'
import { readSecret } from '@/lib/db/endpoint-secrets'
import {
  deleteEndpoint as deleteRow,
  disableEndpointIn,
  enableEndpointIn,
  endPendingOfDisabled,
} from '@/lib/db/endpoint-state'
import {
  createEndpoint as createRow,
  type Endpoint,
  type EndpointChanges,
  findEndpoint,
  listEndpoints as listRows,
  updateEndpoint as updateRow,
} from '@/lib/db/endpoints'
import { eventCatalogue } from '@/lib/db/event-catalogue'
import { claimKeyIn } from '@/lib/db/idempotency-keys'
import type { RevisionCheck } from '@/lib/db/lock-endpoint'
import { env, retryPolicies } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { errorText, log } from '@/lib/log'
import type { CreateEndpointInput, UpdateEndpointInput } from '@/lib/schemas/endpoint'
import { defaultTimeoutSeconds } from '@/lib/webhooks/endpoint-kinds'
import { retryPolicyNames } from '@/lib/webhooks/retry-policy'
import { createSecret } from '@/lib/webhooks/secret'
import type { StoreContext } from './context'
import { acceptEventTypes, acceptHeaders, acceptKind, refuseForeignFields } from './endpoint-input'
import { acceptUrl } from './endpoint-url'
import { once, type RequestKey, requestKey } from './once'
import { sendTest } from './test-sends'

export type { Endpoint, RevisionCheck }

/** What seed 002's API asks for besides: the URL as it came, and an endpoint that begins disabled. */
type NewEndpointForm = { urlAsGiven?: string | null; isEnabled?: boolean }

/** An endpoint as it was just made; `testDeliveryId` is null where its test event could not be stored, or is long gone. */
export type MadeEndpoint = { endpoint: Endpoint; secret: string; testDeliveryId: string | null }

/**
 * Makes an endpoint and sends it one test event of its first event type at once (seed 000), without waiting for what
 * comes of it; one that is not enabled gets none. `urlAsGiven` is what seed 002's API shows instead of the URL. The
 * secret is in this answer alone; headers' values are in none. The same `key` and input answer the endpoint that was
 * made first, as it and its secret are now. Throws `validation_failed`, `endpoint_limit_reached`, `idempotency_conflict`.
 */
export async function createEndpoint(
  context: StoreContext,
  input: CreateEndpointInput,
  { key = null, ...form }: { key?: string | null } & NewEndpointForm = {},
): Promise<MadeEndpoint> {
  const claim = requestKey(key, 'endpoint.create', input)
  return once(context, claim, {
    work: () => makeEndpoint(context, input, form, claim),
    replay: (id) => getMade(context, id),
  })
}

async function getMade(context: StoreContext, id: string): Promise<MadeEndpoint> {
  const { secret } = (await readSecret(context.storeId, id)) ?? {}
  if (secret === undefined) throw new AppError('not_found', 'What was made under this key is deleted.')
  const endpoint = await getEndpoint(context, id)
  await recordAudit(prisma(), context, { action: 'secret.revealed', target: `endpoint:${id}` })
  return { endpoint, secret, testDeliveryId: null }
}

async function makeEndpoint(
  context: StoreContext,
  input: CreateEndpointInput,
  { urlAsGiven = null, isEnabled = true }: NewEndpointForm,
  claim: RequestKey | null,
): Promise<MadeEndpoint> {
  const { storeId } = context
  const secret = createSecret()
  const kind = acceptKind(input.kind ?? 'api')
  const allEventTypes = input.all_event_types ?? false
  const endpoint = await createRow(
    {
      storeId,
      kind,
      name: input.name,
      description: input.description ?? null,
      url: input.url === undefined ? null : acceptUrl(input.url),
      urlAsGiven,
      email: input.email ?? null,
      headers: acceptHeaders(input.headers ?? {}),
      apiVersion: input.api_version,
      allEventTypes,
      eventTypes: allEventTypes ? [] : acceptEventTypes(input.event_types ?? [], []),
      metadata: input.metadata ?? {},
      filter: input.filter ?? null,
      timeoutMs: secondsToMs(input.timeout_seconds ?? defaultTimeoutSeconds[kind]),
      concurrency: input.concurrency ?? 8,
      rateLimit: input.rate_limit ?? null,
      retryPolicy: input.retry_policy ?? 'standard',
      creator: context.actor,
      isEnabled,
    },
    secret,
    env().ENDPOINTS_PER_STORE,
    async (tx, id) => {
      if (claim) await claimKeyIn(tx, context, claim, id)
      await recordAudit(tx, context, { action: 'endpoint.created', target: `endpoint:${id}` })
    },
  )
  if (!isEnabled) return { endpoint, secret, testDeliveryId: null }
  const testDeliveryId = await sendTest(context, endpoint.id, {}).catch((error: unknown) => {
    log.error('a new endpoint’s test event could not be stored', {
      endpointId: endpoint.id,
      error: errorText(error),
    })
    return null
  })
  return { endpoint, secret, testDeliveryId }
}

/** The store's endpoint; throws `not_found`. */
export async function getEndpoint(context: StoreContext, id: string): Promise<Endpoint> {
  const endpoint = await findEndpoint(context.storeId, id)
  if (!endpoint) throw new AppError('not_found')
  return endpoint
}

/** A page of the store's endpoints, newest first, and whether there are more after it. */
export async function listEndpoints(
  context: StoreContext,
  page: { limit: number; after: string | null },
): Promise<{ endpoints: Endpoint[]; hasMore: boolean }> {
  const rows = await listRows(context.storeId, { ...page, limit: page.limit + 1 })
  return { endpoints: rows.slice(0, page.limit), hasMore: rows.length > page.limit }
}

/**
 * Changes what `input` names, all or nothing; `status` enables or disables. Another URL ends `urlAsGiven`, unless it
 * comes with one. Throws `validation_failed`, `not_found`, and `precondition_failed` where `check` refuses the
 * endpoint's revision.
 */
export async function updateEndpoint(
  context: StoreContext,
  id: string,
  input: UpdateEndpointInput,
  { check = null, urlAsGiven }: { check?: RevisionCheck | null; urlAsGiven?: string | null } = {},
): Promise<Endpoint> {
  const { storeId, shard } = context
  const { status, kind, ...fields } = input
  const target = `endpoint:${id}`
  const names = Object.keys(fields)
  let hasNewStatus = false
  const endpoint = await updateRow(
    storeId,
    id,
    (before) => {
      refuseForeignFields(before.kind, { kind, ...fields })
      return toChanges(fields, before, urlAsGiven)
    },
    {
      check,
      async also(tx) {
        const note = { action: 'endpoint.updated', target, changes: { fields: names } }
        if (names.length > 0) await recordAudit(tx, context, note)
        if (status === undefined) return
        hasNewStatus =
          status === 'disabled'
            ? await disableEndpointIn(tx, storeId, id, 'manual')
            : await enableEndpointIn(tx, storeId, id)
        if (hasNewStatus) await recordAudit(tx, context, { action: `endpoint.${status}`, target })
      },
    },
  )
  if (!endpoint) throw new AppError('not_found')
  if (hasNewStatus && status === 'disabled') await endPendingOfDisabled(shard, id)
  return endpoint
}

/**
 * Deletes an endpoint: its secret goes, what is pending ends as cancelled, log and statistics stay. Throws `not_found`,
 * and `precondition_failed` where `check` refuses its revision.
 */
export async function deleteEndpoint(
  context: StoreContext,
  id: string,
  check: RevisionCheck | null = null,
): Promise<void> {
  const isDeleted = await deleteRow(context.storeId, id, check, (tx) =>
    recordAudit(tx, context, { action: 'endpoint.deleted', target: `endpoint:${id}` }),
  )
  if (!isDeleted) throw new AppError('not_found')
}

/** The event types an endpoint listens to today. */
export function listenedEventTypes(endpoint: Pick<Endpoint, 'allEventTypes' | 'eventTypes'>): string[] {
  return endpoint.allEventTypes ? eventCatalogue().types.map(({ name }) => name) : endpoint.eventTypes
}

/** The delays before each retry of an endpoint's policy in this deployment, in milliseconds; an unknown one is sent by the standard. */
export function retryDelaysMs(policy: string): readonly number[] {
  return retryPolicies()[retryPolicyNames.find((known) => known === policy) ?? 'standard']
}

function toChanges(
  fields: Omit<UpdateEndpointInput, 'status' | 'kind'>,
  before: Endpoint,
  urlAsGiven: string | null | undefined,
): EndpointChanges {
  const changes: EndpointChanges = {}
  if (fields.name !== undefined) changes.name = fields.name
  if (fields.description !== undefined) changes.description = fields.description
  if (fields.url !== undefined) {
    changes.url = acceptUrl(fields.url)
    if (urlAsGiven !== undefined) changes.urlAsGiven = urlAsGiven
    else if (fields.url !== before.url) changes.urlAsGiven = null
  }
  if (fields.email !== undefined) changes.email = fields.email
  if (fields.headers !== undefined) changes.headers = acceptHeaders(fields.headers)
  if (fields.api_version !== undefined) changes.apiVersion = fields.api_version
  if (fields.metadata !== undefined) changes.metadata = fields.metadata
  if (fields.filter !== undefined) changes.filter = fields.filter
  if (fields.retry_policy !== undefined) changes.retryPolicy = fields.retry_policy
  if (fields.timeout_seconds !== undefined) changes.timeoutMs = secondsToMs(fields.timeout_seconds)
  if (fields.concurrency !== undefined) changes.concurrency = fields.concurrency
  if (fields.rate_limit !== undefined) changes.rateLimit = fields.rate_limit
  return { ...changes, ...toEventTypeChanges(fields, before) }
}

/** Choosing types ends listening to all of them, unless that is asked for in the same breath. */
function toEventTypeChanges(
  fields: Pick<UpdateEndpointInput, 'event_types' | 'all_event_types'>,
  before: Endpoint,
): EndpointChanges {
  if (fields.all_event_types) return { allEventTypes: true, eventTypes: [] }
  if (fields.event_types !== undefined) {
    return { allEventTypes: false, eventTypes: acceptEventTypes(fields.event_types, before.eventTypes) }
  }
  if (fields.all_event_types === false && before.allEventTypes) {
    return { allEventTypes: false, eventTypes: listenedEventTypes(before) }
  }
  return {}
}

function secondsToMs(seconds: number): number {
  return Math.round(seconds * 1000)
}
