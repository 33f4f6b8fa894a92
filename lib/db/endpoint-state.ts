import { newId } from '@/lib/ids'
import { cancelPending } from './cancel-pending'
import { hotPool, prisma } from './client'
import type { Prisma } from './generated/client'

/** Why an endpoint is disabled: by a person or program, by five days of failures, or because its URL is gone (410). */
export type DisabledReason = 'manual' | 'failing' | 'gone'

type Transaction = Prisma.TransactionClient

/** What belongs to a disabling: `onlyIf` is asked first, `also` is done with it, both in its transaction. */
export type WithDisabling = {
  onlyIf?: (tx: Transaction) => Promise<boolean>
  also?: (
    tx: Transaction,
    endpoint: { name: string; url: string | null; email: string | null },
  ) => Promise<unknown>
}

/**
 * Disables an endpoint: its pending deliveries end as cancelled, later events get none, and a pause notes since when.
 * Says whether it was enabled until now.
 */
export async function disableEndpoint(
  storeId: string,
  endpointId: string,
  reason: DisabledReason,
  { onlyIf, also }: WithDisabling = {},
): Promise<boolean> {
  const at = new Date()
  const shard = await prisma().$transaction(async (tx) => {
    if (onlyIf && !(await onlyIf(tx))) return null
    const { count } = await tx.endpoint.updateMany({
      where: { id: endpointId, storeId, disabledAt: null, deletedAt: null },
      data: { disabledAt: at, disabledReason: reason, updatedAt: at, revision: { increment: 1 } },
    })
    if (count === 0) return null
    await tx.endpointPause.create({ data: { id: newId(), endpointId, startedAt: at } })
    if (also) await also(tx, await tx.endpoint.findUniqueOrThrow({ where: { id: endpointId } }))
    const store = await tx.store.findUniqueOrThrow({ where: { id: storeId }, select: { shard: true } })
    return store.shard
  })
  if (shard === null) return false
  await cancelPending(hotPool(), shard, endpointId, 'endpoint_disabled')
  return true
}

/** Enables an endpoint again, its failures forgotten. Says whether it was disabled until now. */
export async function enableEndpoint(storeId: string, endpointId: string): Promise<boolean> {
  const at = new Date()
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.endpoint.updateMany({
      where: { id: endpointId, storeId, disabledAt: { not: null }, deletedAt: null },
      data: { disabledAt: null, disabledReason: null, updatedAt: at, revision: { increment: 1 } },
    })
    if (count === 0) return false
    await tx.endpointPause.updateMany({ where: { endpointId, endedAt: null }, data: { endedAt: at } })
    await tx.endpointHealth.updateMany({
      where: { endpointId },
      data: {
        failingSince: null,
        consecutiveFailures: 0,
        snoozedUntil: null,
        warnedPercent: 0,
        warnedSince: null,
      },
    })
    return true
  })
}

/** Deletes an endpoint for its store: secrets and headers go, pending deliveries end, log and statistics stay. */
export async function deleteEndpoint(storeId: string, endpointId: string): Promise<boolean> {
  const at = new Date()
  const shard = await prisma().$transaction(async (tx) => {
    const { count } = await tx.endpoint.updateMany({
      where: { id: endpointId, storeId, deletedAt: null },
      data: { deletedAt: at, updatedAt: at, headers: null, headerNames: [], revision: { increment: 1 } },
    })
    if (count === 0) return null
    await tx.endpointSecret.deleteMany({ where: { endpointId } })
    const store = await tx.store.findUniqueOrThrow({ where: { id: storeId }, select: { shard: true } })
    return store.shard
  })
  if (shard === null) return false
  await cancelPending(hotPool(), shard, endpointId, 'endpoint_deleted')
  return true
}
