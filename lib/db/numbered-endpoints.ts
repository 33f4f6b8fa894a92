import { prisma } from './client'
import type { Endpoint } from './endpoints'

const omit = { headers: true } as const

/** Where in a store's endpoints to look: how many, after how many, and in what order. */
export type EndpointSlice = {
  limit: number
  offset: number
  by: 'createdAt' | 'updatedAt'
  order: 'asc' | 'desc'
}

/** Part of a store's endpoints, and how many there are in all; deleted ones are left out. */
export async function listEndpointSlice(
  storeId: string,
  { limit, offset, by, order }: EndpointSlice,
): Promise<{ endpoints: Endpoint[]; total: number }> {
  const where = { storeId, deletedAt: null }
  const total = await prisma().endpoint.count({ where })
  // The database takes no number of any size to skip.
  if (offset >= total) return { endpoints: [], total }
  const endpoints = await prisma().endpoint.findMany({
    where,
    // Those of one instant keep their order from page to page.
    orderBy: [{ [by]: order }, { id: order }],
    skip: offset,
    take: limit,
    omit,
  })
  return { endpoints, total }
}

/** The id of a store's endpoint by its number (below 2^53), not of a deleted one; null where there is none. */
export async function findEndpointByNumber(storeId: string, number: number): Promise<string | null> {
  const where = { number: BigInt(number), storeId, deletedAt: null }
  const found = await prisma().endpoint.findFirst({ where, select: { id: true } })
  return found?.id ?? null
}
