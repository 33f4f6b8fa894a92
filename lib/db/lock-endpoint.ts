import { AppError } from '@/lib/errors'
import type { Prisma } from './generated/client'

/** Whether a change may be made to an endpoint of this revision; null in its place means to any. */
export type RevisionCheck = (revision: number) => boolean

/**
 * Holds a store's endpoint until the transaction ends, so that nothing else changes it between the check and the change;
 * says whether there is one. Throws `precondition_failed` where `check` refuses its revision.
 */
export async function lockEndpoint(
  tx: Pick<Prisma.TransactionClient, '$queryRaw'>,
  storeId: string,
  endpointId: string,
  check: RevisionCheck | null,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ revision: number }[]>`
    SELECT revision FROM endpoint
    WHERE id = ${endpointId}::uuid AND store_id = ${storeId}::uuid AND deleted_at IS NULL FOR NO KEY UPDATE`
  if (row && check && !check(row.revision)) throw new AppError('precondition_failed')
  return row !== undefined
}
