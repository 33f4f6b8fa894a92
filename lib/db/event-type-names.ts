import type { Queryable } from './client'

/** Makes `names` the event types that `shopbell_emit()` knows: those that are missing come, others go. */
export async function writeEventTypeNames(db: Queryable, names: readonly string[]): Promise<void> {
  await db.query(
    `WITH gone AS (DELETE FROM event_type_name WHERE NOT name = ANY ($1::text[]))
     INSERT INTO event_type_name (name) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`,
    [names],
  )
}
