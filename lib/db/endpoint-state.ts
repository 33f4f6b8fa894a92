import { newId } from '@/lib/ids'
import { cancelPending } from './cancel-pending'
import { hotPool, prisma } from './client'
import type { Prisma } from './generated/client'
import { lockEndpoint, type RevisionCheck } from './lock-endpoint'

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
  const shard = await prisma().$transaction(async (tx) => {
    if (onlyIf && !(await onlyIf(tx))) return null
    if (!(await disableEndpointIn(tx, storeId, endpointId, reason))) return null
    if (also) await also(tx, await tx.endpoint.findUniqueOrThrow({ where: { id: endpointId } }))
    return shardOf(tx, storeId)
  })
  if (shard === null) return false
  await endPendingOfDisabled(shard, endpointId)
  return true
}

/**
 * The part of disabling that belongs to a transaction; once that is committed, `endPendingOfDisabled` does the rest. Says
 * whether it was enabled until now.
 */
export async function disableEndpointIn(
  tx: Transaction,
  storeId: string,
  endpointId: string,
  reason: DisabledReason,
): Promise<boolean> {
  const at = new Date()
  const { count } = await tx.endpoint.updateMany({
    where: { id: endpointId, storeId, disabledAt: null, deletedAt: null },
    data: { disabledAt: at, disabledReason: reason, updatedAt: at, revision: { increment: 1 } },
  })
  if (count === 0) return false
  await tx.endpointPause.create({ data: { id: newId(), endpointId, startedAt: at } })
  return true
}

/** Ends what an endpoint has pending that was disabled. */
export async function endPendingOfDisabled(shard: number, endpointId: string): Promise<void> {
  await cancelPending(hotPool(), shard, endpointId, 'endpoint_disabled')
}

/** Enables an endpoint again, its failures forgotten. Says whether it was disabled until now. */
export function enableEndpoint(storeId: string, endpointId: string): Promise<boolean> {
  return prisma().$transaction((tx) => enableEndpointIn(tx, storeId, endpointId))
}

/** The same within a transaction. */
export async function enableEndpointIn(
  tx: Transaction,
  storeId: string,
  endpointId: string,
): Promise<boolean> {
  const at = new Date()
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
}

/**
 * Deletes an endpoint for its store: secrets and headers go, pending deliveries end, log and statistics stay. Says whether
 * there was one; `also` is done with it. Throws `precondition_failed` where `check` refuses its revision.
 */
export async function deleteEndpoint(
  storeId: string,
  endpointId: string,
  check: RevisionCheck | null = null,
  also: (tx: Transaction) => Promise<void> = async () => {},
): Promise<boolean> {
  const at = new Date()
  const shard = await prisma().$transaction(async (tx) => {
    if (!(await lockEndpoint(tx, storeId, endpointId, check))) return null
    await tx.endpoint.updateMany({
      where: { id: endpointId, storeId },
      data: { deletedAt: at, updatedAt: at, headers: null, headerNames: [], revision: { increment: 1 } },
    })
    await tx.endpointSecret.deleteMany({ where: { endpointId } })
    await also(tx)
    return shardOf(tx, storeId)
  })
  if (shard === null) return false
  await cancelPending(hotPool(), shard, endpointId, 'endpoint_deleted')
  return true
}

async function shardOf(tx: Transaction, storeId: string): Promise<number> {
  const { shard } = await tx.store.findUniqueOrThrow({ where: { id: storeId }, select: { shard: true } })
  return shard
}
