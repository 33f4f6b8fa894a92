import { newId } from '@/lib/ids'
import type { Queryable } from './client'
import type { Prisma } from './generated/client'

/** Who did it, for which store. */
export type AuditActor = { storeId: string; actor: string; requestId: string | null }

/** What was done (`delivery.resent`), to what (`delivery:<id>`), and what changed. Never a secret. */
export type AuditNote = { action: string; target: string; changes?: Prisma.InputJsonValue }

/** Writes an entry of the audit log, which nothing changes or deletes; with a transaction's client, within it. */
export async function recordAudit(
  client: Pick<Prisma.TransactionClient, 'auditEntry'>,
  { storeId, actor, requestId }: AuditActor,
  note: AuditNote,
): Promise<void> {
  await client.auditEntry.create({ data: { id: newId(), storeId, actor, requestId, ...note } })
}

/** The same on a connection of the pool, for a transaction of its own. */
export async function recordAuditIn(
  db: Queryable,
  { storeId, actor, requestId }: AuditActor,
  { action, target, changes }: AuditNote,
): Promise<void> {
  await db.query(
    `INSERT INTO audit_entry (id, store_id, actor, request_id, action, target, changes)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newId(),
      storeId,
      actor,
      requestId,
      action,
      target,
      changes === undefined ? null : JSON.stringify(changes),
    ],
  )
}
