import { createHash } from 'node:crypto'
import { pool } from '@/lib/db/client'
import { findKey, type KnownKey, type RequestKey } from '@/lib/db/idempotency-keys'
import { AppError } from '@/lib/errors'
import type { StoreContext } from './context'

export type { RequestKey }

/** What a key stands for in an operation: a request that asks for the same has the same fingerprint. Null for no key. */
export function requestKey(key: string | null, scope: string, asked: unknown): RequestKey | null {
  if (key === null) return null
  return { scope, key, fingerprint: createHash('sha256').update(JSON.stringify(asked)).digest() }
}

/**
 * Does `work` once for a key within 24 hours, and after that answers what `replay` makes of the resource's id. `work`
 * must claim the key (`claimKey`) in the transaction that it makes the resource in. Of parallel equal requests one does
 * it. Throws what `work` throws, which leaves the key unused; `idempotency_conflict` where it was used for other content.
 */
export async function once<Result>(
  context: StoreContext,
  key: RequestKey | null,
  { work, replay }: { work: () => Promise<Result>; replay: (resourceId: string) => Promise<Result> },
): Promise<Result> {
  if (!key) return work()
  const known = await findKey(pool(), context, key)
  if (known) return replay(resourceOf(known))
  try {
    return await work()
  } catch (error) {
    // An equal request was faster, whatever that made of this one; or ours was done, and its answer lost on the way.
    const since = await findKey(pool(), context, key).catch(() => null)
    if (!since) throw error
    return replay(resourceOf(since))
  }
}

function resourceOf({ resourceId, isSame }: KnownKey): string {
  if (!isSame) throw new AppError('idempotency_conflict')
  return resourceId
}
