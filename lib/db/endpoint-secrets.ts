import { now } from '@/lib/clock'
import { decrypt, encrypt } from '@/lib/encryption'
import { newId } from '@/lib/ids'
import { prisma } from './client'
import type { Prisma } from './generated/client'
import { lockEndpoint, type RevisionCheck } from './lock-endpoint'

type SecretRow = { id: string; ciphertext: string; expiresAt: Date | null }

/** A row for a new current secret, encrypted. */
export function secretRow(secret: string): Prisma.EndpointSecretCreateWithoutEndpointInput {
  const id = newId()
  return { id, ciphertext: encrypt(secret, context(id)) }
}

/** The secrets that sign `at` a time: the current one first, then those of a rotation's grace. */
export function signingSecrets(rows: readonly SecretRow[], at: Date): string[] {
  return rows
    .filter((row) => row.expiresAt === null || row.expiresAt > at)
    .sort((one, other) => (other.expiresAt?.getTime() ?? Infinity) - (one.expiresAt?.getTime() ?? Infinity))
    .map((row) => decrypt(row.ciphertext, context(row.id)))
}

function context(id: string): string {
  return `endpoint_secret|${id}`
}

/** An endpoint's current secret in the clear, and until when an older one still signs; null where there is none. */
export async function readSecret(
  storeId: string,
  endpointId: string,
): Promise<{ secret: string; oldSignsUntil: Date | null } | null> {
  const rows = await prisma().endpointSecret.findMany({
    where: { endpointId, endpoint: { storeId, deletedAt: null } },
    orderBy: { createdAt: 'desc' },
  })
  const current = rows.find((row) => row.expiresAt === null)
  if (!current) return null
  const at = now()
  const ends = rows.flatMap(({ expiresAt }) => (expiresAt && expiresAt > at ? [expiresAt] : []))
  return { secret: decrypt(current.ciphertext, context(current.id)), oldSignsUntil: ends[0] ?? null }
}

/** Since when the current secret of an endpoint signs, and when each older one ends that still does, last to end first. */
export type SecretTimes = { currentSince: Date; oldEndsAt: Date[] }

/** The times of an endpoint's secrets, never the secrets; null where there is no such endpoint. */
export async function getSecretTimes(storeId: string, endpointId: string): Promise<SecretTimes | null> {
  const rows = await prisma().endpointSecret.findMany({
    where: { endpointId, endpoint: { storeId, deletedAt: null } },
    select: { createdAt: true, expiresAt: true },
    orderBy: { expiresAt: 'desc' },
  })
  const current = rows.find((row) => row.expiresAt === null)
  if (!current) return null
  const at = now()
  const oldEndsAt = rows.flatMap(({ expiresAt }) => (expiresAt && expiresAt > at ? [expiresAt] : []))
  return { currentSince: current.createdAt, oldEndsAt }
}

type Transaction = Prisma.TransactionClient

/**
 * Gives an endpoint another secret. The one before goes on signing until `oldSignsUntil`, beside the new one; where that is
 * now, none of the older ones does. `also` runs in the same transaction. Says whether there is such an endpoint. Throws `precondition_failed` where `check` refuses its
 * revision.
 */
export function replaceSecret(
  storeId: string,
  endpointId: string,
  { secret, oldSignsUntil }: { secret: string; oldSignsUntil: Date },
  { check, also }: { check: RevisionCheck | null; also: (tx: Transaction) => Promise<unknown> },
): Promise<boolean> {
  return changeEndpoint(storeId, endpointId, check, async (tx) => {
    const current = { endpointId, expiresAt: null }
    await tx.endpointSecret.updateMany({ where: current, data: { expiresAt: oldSignsUntil } })
    if (oldSignsUntil <= now()) await tx.endpointSecret.deleteMany({ where: ofOld(endpointId) })
    await tx.endpointSecret.create({ data: { ...secretRow(secret), endpointId } })
    await also(tx)
  })
}

/** Ends the older secrets of an endpoint at once. `also` runs in the same transaction. Says whether there is such an endpoint. */
export function endOldSecrets(
  storeId: string,
  endpointId: string,
  also: (tx: Transaction) => Promise<unknown>,
): Promise<boolean> {
  return changeEndpoint(storeId, endpointId, null, async (tx) => {
    await tx.endpointSecret.deleteMany({ where: ofOld(endpointId) })
    await also(tx)
  })
}

function ofOld(endpointId: string): Prisma.EndpointSecretWhereInput {
  return { endpointId, expiresAt: { not: null } }
}

/** A change that senders must notice: the endpoint's revision goes up with it. */
function changeEndpoint(
  storeId: string,
  endpointId: string,
  check: RevisionCheck | null,
  change: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    if (!(await lockEndpoint(tx, storeId, endpointId, check))) return false
    await tx.endpoint.updateMany({
      where: { id: endpointId, storeId },
      data: { updatedAt: now(), revision: { increment: 1 } },
    })
    await change(tx)
    return true
  })
}
