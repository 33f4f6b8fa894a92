import { now } from '@/lib/clock'
import { recordAudit } from '@/lib/db/audit'
import { prisma } from '@/lib/db/client'
import { endOldSecrets, getSecretTimes, readSecret, replaceSecret } from '@/lib/db/endpoint-secrets'
import { claimKeyIn } from '@/lib/db/idempotency-keys'
import type { RevisionCheck } from '@/lib/db/lock-endpoint'
import { AppError } from '@/lib/errors'
import { createSecret } from '@/lib/webhooks/secret'
import type { StoreContext } from './context'
import { once, type RequestKey, requestKey } from './once'

/** The secret in the clear, which is noted in the audit log. Throws `not_found`. */
export async function revealSecret(
  context: StoreContext,
  endpointId: string,
): Promise<{ secret: string; oldSignsUntil: Date | null }> {
  const found = await readSecret(context.storeId, endpointId)
  if (!found) throw new AppError('not_found')
  await recordAudit(prisma(), context, { action: 'secret.revealed', target: `endpoint:${endpointId}` })
  return found
}

/** Which secrets of an endpoint sign, without any of them. */
export type Rotation = {
  currentSince: Date
  /** Older secrets that still sign beside the current one: 0 where no rotation is under way. */
  oldCount: number
  /** When the last of the older ones ends; null where there is none. */
  oldSignsUntil: Date | null
}

/** Whether older secrets of an endpoint still sign, and until when. Throws `not_found`. */
export async function getRotation(context: StoreContext, endpointId: string): Promise<Rotation> {
  const times = await getSecretTimes(context.storeId, endpointId)
  if (!times) throw new AppError('not_found')
  const { currentSince, oldEndsAt } = times
  return { currentSince, oldCount: oldEndsAt.length, oldSignsUntil: oldEndsAt[0] ?? null }
}

/**
 * Makes a new secret; the one before signs beside it for `graceSeconds`; 0 ends all older ones. The same key and grace answer
 * the secret that is the current one now, which is noted like each time it is shown. Throws `not_found`,
 * `idempotency_conflict`, and `precondition_failed` where `check` refuses the endpoint's revision.
 */
export async function rotateSecret(
  context: StoreContext,
  endpointId: string,
  graceSeconds: number,
  { key = null, check = null }: { key?: string | null; check?: RevisionCheck | null } = {},
): Promise<{ secret: string; oldSignsUntil: Date | null }> {
  const claim = requestKey(key, `secret.rotate ${endpointId}`, { graceSeconds })
  return once(context, claim, {
    work: () => replace(context, endpointId, graceSeconds, { claim, check }),
    replay: () => revealSecret(context, endpointId),
  })
}

async function replace(
  context: StoreContext,
  endpointId: string,
  graceSeconds: number,
  { claim, check }: { claim: RequestKey | null; check: RevisionCheck | null },
): Promise<{ secret: string; oldSignsUntil: Date | null }> {
  const secret = createSecret()
  const oldSignsUntil = new Date(now().getTime() + graceSeconds * 1000)
  const note = { action: 'secret.rotated', target: `endpoint:${endpointId}`, changes: { graceSeconds } }
  const isKnown = await replaceSecret(
    context.storeId,
    endpointId,
    { secret, oldSignsUntil },
    {
      check,
      async also(tx) {
        if (claim) await claimKeyIn(tx, context, claim, endpointId)
        await recordAudit(tx, context, note)
      },
    },
  )
  if (!isKnown) throw new AppError('not_found')
  return { secret, oldSignsUntil: graceSeconds > 0 ? oldSignsUntil : null }
}

/** Ends the grace of a rotation at once. Throws `not_found`. */
export async function endRotation(context: StoreContext, endpointId: string): Promise<void> {
  const note = { action: 'secret.old_ended', target: `endpoint:${endpointId}` }
  const isKnown = await endOldSecrets(context.storeId, endpointId, (tx) => recordAudit(tx, context, note))
  if (!isKnown) throw new AppError('not_found')
}
