import { randomBytes } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { EventFilter } from '@/lib/webhooks/event-filter'
import { prisma } from './client'
import { secretRow } from './endpoint-secrets'
import { type Endpoint, Prisma } from './generated/client'

export type { Endpoint }

/** What a new endpoint is made with; the rest has its standard values. */
export type NewEndpoint = Pick<
  Prisma.EndpointUncheckedCreateInput,
  | 'name'
  | 'description'
  | 'url'
  | 'urlAsGiven'
  | 'apiVersion'
  | 'allEventTypes'
  | 'timeoutMs'
  | 'concurrency'
  | 'retryPolicy'
> &
  FilterChange & { storeId: string; eventTypes: string[]; metadata: Record<string, string>; creator: string }

/** What of an endpoint can be changed. */
export type EndpointChanges = Pick<
  Prisma.EndpointUncheckedUpdateManyInput,
  | 'name'
  | 'description'
  | 'url'
  | 'urlAsGiven'
  | 'apiVersion'
  | 'allEventTypes'
  | 'eventTypes'
  | 'metadata'
  | 'timeoutMs'
  | 'concurrency'
  | 'retryPolicy'
> &
  FilterChange

type FilterChange = { filter?: EventFilter | null }

type Transaction = Prisma.TransactionClient

/**
 * Makes an endpoint with its secret, unless the store has `most` already (`endpoint_limit_reached`): the store's row is
 * locked, so parallel calls cannot pass the limit. `also` runs in the same transaction.
 */
export async function createEndpoint(
  { storeId, ...endpoint }: NewEndpoint,
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
    const made = await tx.endpoint.create({
      data: {
        id: newId(),
        number: randomNumber(),
        ...endpoint,
        filter: filterColumn(endpoint.filter),
        storeId,
        secrets: { create: secretRow(secret) },
      },
    })
    await also(tx, made.id)
    return made
  })
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
  return prisma().endpoint.findFirst({ where: { id, storeId, deletedAt: null } })
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
  })
}

/** Changes a store's endpoint and returns it, its revision one higher; null where there is none. */
export async function updateEndpoint(
  storeId: string,
  id: string,
  changes: EndpointChanges,
  also: (tx: Transaction) => Promise<unknown>,
): Promise<Endpoint | null> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.endpoint.updateMany({
      where: { id, storeId, deletedAt: null },
      data: {
        ...changes,
        filter: filterColumn(changes.filter),
        updatedAt: new Date(),
        revision: { increment: 1 },
      },
    })
    if (count === 0) return null
    await also(tx)
    return tx.endpoint.findUniqueOrThrow({ where: { id } })
  })
}
