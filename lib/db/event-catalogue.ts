import {
  builtInCatalogue,
  type CustomEventType,
  type EventCatalogue,
  mergeCatalogue,
  type ValidationMode,
} from '@/lib/webhooks/event-types/event-catalogue'
import type { JsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { pool, type Queryable } from './client'
import type { EventTypeRow } from './event-types'

type Row = EventTypeRow & { isArchived: boolean }

/** A revision, and the schemas by their texts: one that stays keeps its object, and so what was compiled of it. */
type Loaded = { revision: number; catalogue: EventCatalogue; schemas: ReadonlyMap<string, JsonSchema> }

declare global {
  // Next may load this module more than once in a process; what was read is shared all the same.
  var shopbellEventCatalogue: Loaded | undefined
}

const REVISION = `(SELECT revision FROM event_catalogue)`

/** SQL of the catalogue's revision, for statements that are made anyway: see `heedEventCatalogue`. */
export const EVENT_CATALOGUE_REVISION_SQL = `${REVISION} AS "catalogueRevision"`

/**
 * The deployment's event types as this process knows them. They are current in a request once it was authenticated, since
 * that brings the revision along; whoever works without one calls `refreshEventCatalogue` first.
 */
export function eventCatalogue(): EventCatalogue {
  return globalThis.shopbellEventCatalogue?.catalogue ?? builtInCatalogue
}

let lastRead: Promise<void> = Promise.resolve()

/** Reads the event types again where the database has another revision than this process. */
export async function heedEventCatalogue(revision: number, db: Queryable = pool()): Promise<void> {
  if (globalThis.shopbellEventCatalogue?.revision === revision) return
  // One after the other, so that the last one is the newest.
  const reading = lastRead.then(() =>
    globalThis.shopbellEventCatalogue?.revision === revision ? undefined : readEventCatalogue(db),
  )
  lastRead = reading.catch(() => {})
  await reading
}

/** Brings `eventCatalogue()` up to date: one small query where nothing has changed. */
export async function refreshEventCatalogue(db: Queryable = pool()): Promise<void> {
  const { rows } = await db.query<{ catalogueRevision: number }>(`SELECT ${EVENT_CATALOGUE_REVISION_SQL}`)
  await heedEventCatalogue(rows[0]?.catalogueRevision ?? 0, db)
}

async function readEventCatalogue(db: Queryable): Promise<void> {
  // One statement, so that the revision is that of the rows.
  const { rows } = await db.query<{ revision: number; own: Row[]; builtIn: Record<string, ValidationMode> }>(
    `SELECT ${REVISION} AS revision,
       coalesce((SELECT json_agg(json_build_object('name', name, 'category', category, 'description', description,
         'schema', schema, 'sample', sample, 'validation', validation, 'isArchived', archived_at IS NOT NULL))
         FROM event_type), '[]') AS own,
       coalesce((SELECT json_object_agg(name, validation) FROM built_in_event_type), '{}') AS "builtIn"`,
  )
  const [read] = rows
  const known = globalThis.shopbellEventCatalogue
  if (!read) return
  const schemas = new Map<string, JsonSchema>()
  const own = read.own.map((row): CustomEventType => {
    const schema = schemas.get(row.schema) ?? known?.schemas.get(row.schema) ?? JSON.parse(row.schema)
    schemas.set(row.schema, schema)
    return { ...row, schema, sample: JSON.parse(row.sample) }
  })
  const catalogue = mergeCatalogue(own, new Map(Object.entries(read.builtIn)))
  globalThis.shopbellEventCatalogue = { revision: read.revision, catalogue, schemas }
}
