import type { Queryable } from './client'

/**
 * Makes `names`, with the deployment's own types that are not archived, the event types that `shopbell_emit()` knows: those
 * that are missing come, others go.
 */
export async function writeEventTypeNames(db: Queryable, names: readonly string[]): Promise<void> {
  await db.query(
    `WITH known AS MATERIALIZED (
       SELECT unnest($1::text[]) AS name UNION SELECT name FROM event_type WHERE archived_at IS NULL
     ), gone AS (DELETE FROM event_type_name WHERE NOT name IN (SELECT name FROM known))
     INSERT INTO event_type_name (name) SELECT name FROM known ON CONFLICT DO NOTHING`,
    [names],
  )
}
