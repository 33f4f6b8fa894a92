import { randomBytes } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { CustomHeaders } from '@/lib/webhooks/custom-headers'
import type { EventFilter } from '@/lib/webhooks/event-filter'
import { prisma } from './client'
import { headerColumns, patchedHeaderColumns } from './endpoint-headers'
import { secretRow } from './endpoint-secrets'
import { Prisma, type Endpoint as Row } from './generated/client'
import { lockEndpoint, type RevisionCheck } from './lock-endpoint'

/** An endpoint without what is encrypted of it: names of its headers alone. */
export type Endpoint = Omit<Row, 'headers'>

// Whoever shows an endpoint has no use for it.
const omit = { headers: true } as const

/** What a new endpoint is made with; the rest has its standard values. */
export type NewEndpoint = Pick<
  Prisma.EndpointUncheckedCreateInput,
  | 'kind'
  | 'name'
  | 'description'
  | 'url'
  | 'urlAsGiven'
  | 'email'
  | 'apiVersion'
  | 'allEventTypes'
  | 'timeoutMs'
  | 'concurrency'
  | 'rateLimit'
  | 'retryPolicy'
> &
  FilterChange & {
    storeId: string
    eventTypes: string[]
    metadata: Record<string, string>
    headers?: CustomHeaders
    creator: string
    /** True unless told otherwise. One that begins disabled can catch up what it misses. */
    isEnabled?: boolean
  }

/** What of an endpoint can be changed; `headers` is a merge patch: a text sets, null removes, what is not named stays. */
export type EndpointChanges = Pick<
  Prisma.EndpointUncheckedUpdateManyInput,
  | 'name'
  | 'description'
  | 'url'
  | 'urlAsGiven'
  | 'email'
  | 'apiVersion'
  | 'allEventTypes'
  | 'eventTypes'
  | 'metadata'
  | 'timeoutMs'
  | 'concurrency'
  | 'rateLimit'
  | 'retryPolicy'
> &
  FilterChange & { headers?: Readonly<Record<string, string | null>> }

type FilterChange = { filter?: EventFilter | null }

type Transaction = Prisma.TransactionClient

/**
 * Makes an endpoint with its secret, unless the store has `most` already (`endpoint_limit_reached`): the store's row is
 * locked, so parallel calls cannot pass the limit. `also` runs in the same transaction.
 */
export async function createEndpoint(
  { storeId, headers = {}, isEnabled = true, ...endpoint }: NewEndpoint,
  secret: string,
  most: number,
  also: (tx: Transaction, id: string) => Promise<unknown>,
): Promise<Endpoint> {
  return prisma().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM store WHERE id = ${storeId}::uuid FOR UPDATE`
    const count = await tx.endpoint.count({ where: { storeId, deletedAt: null } })
    if (count >= most) {
      const detail = `This store has ${count} webhook endpoints, and may have ${most}. Delete one first.`
      throw new AppError('endpoint_limit_reached', detail)
    }
    const id = newId()
    const made = await tx.endpoint.create({
      data: {
        id,
        number: randomNumber(),
        ...endpoint,
        filter: filterColumn(endpoint.filter),
        ...headerColumns(id, headers),
        ...(isEnabled ? {} : disabledFromStart()),
        storeId,
        secrets: { create: secretRow(secret) },
      },
      omit,
    })
    await also(tx, made.id)
    return made
  })
}

/** As if it had been made and disabled by hand at once. */
function disabledFromStart() {
  const at = new Date()
  return { disabledAt: at, disabledReason: 'manual', pauses: { create: { id: newId(), startedAt: at } } }
}

/** Prisma has a word of its own for a JSON column that holds nothing. */
function filterColumn(filter: EventFilter | null | undefined) {
  return filter === null ? Prisma.DbNull : filter
}

/** Below 2^53, so that it survives JSON in every language; random, so that it says nothing about how many there are. */
function randomNumber(): bigint {
  return randomBytes(8).readBigUInt64BE() >> 12n
}

/** A store's endpoint, not a deleted one; null where there is none. */
export function findEndpoint(storeId: string, id: string): Promise<Endpoint | null> {
  return prisma().endpoint.findFirst({ where: { id, storeId, deletedAt: null }, omit })
}

/** A store's endpoints, newest first, from the one after `after` on; deleted ones are left out. */
export function listEndpoints(
  storeId: string,
  page: { limit: number; after: string | null },
): Promise<Endpoint[]> {
  return prisma().endpoint.findMany({
    where: { storeId, deletedAt: null, ...(page.after === null ? {} : { id: { lt: page.after } }) },
    orderBy: { id: 'desc' },
    take: page.limit,
    omit,
  })
}

/**
 * Changes a store's endpoint by what `changesOf` makes of it as it is, and returns it, its revision higher where anything
 * was to change; null where there is none. `also` runs in the same transaction. Throws `validation_failed`, and
 * `precondition_failed` where `check` refuses its revision.
 */
export async function updateEndpoint(
  storeId: string,
  id: string,
  changesOf: (before: Endpoint) => EndpointChanges,
  { check = null, also }: { check?: RevisionCheck | null; also?: (tx: Transaction) => Promise<unknown> } = {},
): Promise<Endpoint | null> {
  return prisma().$transaction(async (tx) => {
    if (!(await lockEndpoint(tx, storeId, id, check))) return null
    const changes = changesOf(await tx.endpoint.findUniqueOrThrow({ where: { id }, omit }))
    if (Object.keys(changes).length > 0) await writeChanges(tx, storeId, id, changes)
    await also?.(tx)
    return tx.endpoint.findUniqueOrThrow({ where: { id }, omit })
  })
}

async function writeChanges(
  tx: Transaction,
  storeId: string,
  id: string,
  { headers, ...changes }: EndpointChanges,
): Promise<void> {
  const columns = headers === undefined ? {} : await patchedHeaderColumns(tx, storeId, id, headers)
  await tx.endpoint.updateMany({
    where: { id, storeId },
    data: {
      ...changes,
      filter: filterColumn(changes.filter),
      ...columns,
      updatedAt: new Date(),
      revision: { increment: 1 },
    },
  })
}
