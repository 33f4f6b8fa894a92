import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/db/client'
import { eventCatalogue, refreshEventCatalogue } from '@/lib/db/event-catalogue'
import { writeEventTypeNames } from '@/lib/db/event-type-names'
import { AppError } from '@/lib/errors'
import { cloneTestDatabase, makeStore } from '@/lib/testing/database'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import type { StoreContext } from './context'
import { createEndpoint, listenedEventTypes, updateEndpoint } from './endpoints'
import { archiveEventType, createEventType, getEventType, updateEventType } from './event-types'
import { acceptEvents, getEvent } from './events'
import { findViolations } from './schema-validation'
import { sendTest } from './test-sends'

cloneTestDatabase()

const schema = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, code: { type: 'string', pattern: '^[A-Z]{3}$' } },
}

let context: StoreContext
let count = 0
let name = ''

beforeEach(async () => {
  const { id: storeId, shard, timeZone } = await makeStore()
  context = { storeId, storeSlug: 'test', shard, timeZone, actor: 'user:1', requestId: null }
  name = `parcel.lost_${++count}`
})

const make = (given: object = {}) =>
  createEventType(context, { name, category: 'Parcels', description: 'A parcel was lost.', schema, ...given })
const madeSample = { id: 1, code: 'text' }
const accept = (...objects: Record<string, unknown>[]) =>
  acceptEvents(
    context,
    objects.map((object) => ({ type: name, data: { object } })),
    (index) => `/events/${index}`,
  )
const endpoint = (types: string[]) =>
  createEndpoint(context, {
    name: 'ERP',
    api_version: '2025-09',
    url: 'https://erp.example.com/',
    event_types: types,
  })

async function refusal(promise: Promise<unknown>): Promise<[code: string, fields: string[][]]> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw new Error(`It was not refused: ${error}`)
  return [error.code, error.fields.map(({ pointer, code }) => [pointer, code])]
}

async function audited(): Promise<string[]> {
  const { rows } = await pool().query<{ action: string }>(
    'SELECT action FROM audit_entry WHERE store_id = $1 AND target = $2 ORDER BY id',
    [context.storeId, `event_type:${name}`],
  )
  return rows.map(({ action }) => action)
}

async function archivedAt(): Promise<Date | null | undefined> {
  const { rows } = await pool().query<{ at: Date | null }>(
    'SELECT archived_at AS at FROM event_type WHERE name = $1',
    [name],
  )
  return rows[0]?.at
}

async function emitKnows(type: string): Promise<boolean> {
  const { rowCount } = await pool().query('SELECT 1 FROM event_type_name WHERE name = $1', [type])
  return rowCount === 1
}

describe('an event type of the deployment’s own', () => {
  it('is made, changed, archived and taken back, each on record', async () => {
    const made = await make()
    expect(made).toMatchObject({
      ...{ name, isBuiltIn: false, validation: 'off', isArchived: false },
      category: { id: 'own-parcels', label: 'Parcels' },
      sample: { id: 1, code: 'text' },
    })
    expect(made.jsonSchema()).toEqual(schema)
    const changed = await updateEventType(context, name, { category: 'orders', description: 'It is gone.' })
    expect(changed).toMatchObject({ category: { id: 'orders', label: 'Orders' }, description: 'It is gone.' })
    expect(eventCatalogue().categories[0]?.types.at(-1)?.name).toBe(name)
    await archiveEventType(context, name)
    expect(eventCatalogue().types.some((type) => type.name === name)).toBe(false)
    expect(getEventType(name).isArchived).toBe(true)
    await updateEventType(context, name, { archived: false })
    expect(eventCatalogue().has(name)).toBe(true)
    expect(await audited()).toEqual([
      'event_type.created',
      'event_type.updated',
      'event_type.archived',
      'event_type.restored',
    ])
  })

  it('has a name that no other one has', async () => {
    await make()
    expect(await refusal(make())).toEqual(['event_type_exists', []])
    expect(await refusal(make({ name: 'order.paid' }))).toEqual(['event_type_exists', []])
  })

  it('is made once for a key', async () => {
    const input = { name, category: 'Parcels', description: 'A parcel was lost.', schema }
    const made = await Promise.all([1, 2, 3].map(() => createEventType(context, input, 'once')))
    expect(made.map((type) => type.name)).toEqual([name, name, name])
    expect(await audited()).toEqual(['event_type.created'])
    const other = { ...input, description: 'Another.' }
    expect(await refusal(createEventType(context, other, 'once'))).toEqual(['idempotency_conflict', []])
    const another = { ...input, name: `${name}_too` }
    expect(await refusal(createEventType(context, another, 'once'))).toEqual(['idempotency_conflict', []])
    expect(eventCatalogue().get(another.name)).toBeUndefined()
  })

  it('has a schema that can be used, and a sample that matches it', async () => {
    const wrong = { type: 'object', properties: { id: { type: 'strng' } } }
    expect(await refusal(make({ schema: wrong }))).toEqual([
      'validation_failed',
      expect.arrayContaining([['/schema/properties/id/type', 'invalid_schema']]),
    ])
    const remote = { type: 'object', properties: { id: { $ref: 'https://example.com/id.json' } } }
    expect(await refusal(make({ schema: remote }))).toEqual([
      'validation_failed',
      [['/schema/properties/id/$ref', 'unknown_ref']],
    ])
    expect(await refusal(make({ sample: { id: 'one' } }))).toEqual([
      'validation_failed',
      [['/sample/id', 'schema_violation']],
    ])
    await make({ sample: { id: 1 } })
    expect(await refusal(updateEventType(context, name, { sample: {} }))).toEqual([
      'validation_failed',
      [['/sample/id', 'required']],
    ])
  })

  it('has a sample made that need not match, whenever it is made', async () => {
    expect((await make()).sample).toEqual({ id: 1, code: 'text' })
    const other = { ...schema, properties: { ...schema.properties, note: { pattern: '^N', type: 'string' } } }
    const remade = { id: 1, code: 'text', note: 'text' }
    expect((await updateEventType(context, name, { schema: other })).sample).toEqual(remade)
    // As a form sends the one that it made itself.
    expect((await updateEventType(context, name, { schema, sample: madeSample })).sample).toEqual(madeSample)
    expect((await updateEventType(context, name, { sample: madeSample })).sample).toEqual(madeSample)
    expect(await refusal(updateEventType(context, name, { sample: { id: 2, code: 'text' } }))).toEqual([
      'validation_failed',
      [['/sample/code', 'schema_violation']],
    ])
    await updateEventType(context, name, { sample: { id: 2, code: 'DHL' } })
    const strict = { ...schema, required: ['id', 'sent_at'] }
    expect(await refusal(updateEventType(context, name, { schema: strict }))).toEqual([
      'validation_failed',
      [['/sample/sent_at', 'required']],
    ])
  })

  it('keeps a sample that matches where schema and sample change at once', async () => {
    await make({ sample: { id: 1, code: 'DHL' } })
    const short = { ...schema, properties: { ...schema.properties, id: { type: 'integer', maximum: 9 } } }
    const results = await Promise.allSettled([
      updateEventType(context, name, { schema: short }),
      updateEventType(context, name, { sample: { id: 10, code: 'DHL' } }),
    ])
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ code: 'validation_failed' }) },
    ])
    const { jsonSchema, sample } = getEventType(name)
    expect(findViolations(jsonSchema(), sample)).toEqual([])
  })

  it('is archived or taken back once, and keeps the time of it', async () => {
    await make()
    await updateEventType(context, name, { archived: false, description: 'It is gone.' })
    await updateEventType(context, name, { archived: true })
    const at = await archivedAt()
    await updateEventType(context, name, { archived: true, validation: 'warn' })
    expect(await archivedAt()).toEqual(at)
    await updateEventType(context, name, { archived: false })
    expect(await archivedAt()).toBe(null)
    expect(await audited()).toEqual([
      'event_type.created',
      'event_type.updated',
      'event_type.archived',
      'event_type.updated',
      'event_type.restored',
    ])
  })

  it('refuses an expression that cannot be checked, whatever it is', async () => {
    const withPattern = (pattern: string) => ({ type: 'object', properties: { code: { pattern } } })
    const refused = ['validation_failed', [['/schema/properties/code/pattern', 'invalid_pattern']]]
    for (const pattern of ['|'.repeat(16_000), '(', '(?=a)', 'a{00000000000000000000401}']) {
      expect([pattern, await refusal(make({ schema: withPattern(pattern) }))]).toEqual([pattern, refused])
    }
    const nothing = `${'('.repeat(6)}${'){400}'.repeat(6)}`
    expect((await make({ schema: withPattern(nothing) })).name).toBe(name)
  })

  it('is known to emitted events while it is not archived, also after a start', async () => {
    await make()
    expect(await emitKnows(name)).toBe(true)
    await writeEventTypeNames(
      pool(),
      eventTypes.map((type) => type.name),
    )
    expect(await emitKnows(name)).toBe(true)
    await archiveEventType(context, name)
    expect(await emitKnows(name)).toBe(false)
    expect(await emitKnows('order.paid')).toBe(true)
  })

  it('is known to another process by its revision', async () => {
    await make()
    const first = getEventType(name)
    await pool().query(`UPDATE event_type SET description = 'By another process.' WHERE name = $1`, [name])
    expect(getEventType(name).description).toBe('A parcel was lost.')
    await refreshEventCatalogue()
    expect(getEventType(name).description).toBe('By another process.')
    // What was compiled of the schema is still good.
    expect(getEventType(name).jsonSchema()).toBe(first.jsonSchema())
  })

  it('can be chosen by endpoints, and stays where it was chosen once it is archived', async () => {
    await make()
    const { endpoint: made } = await endpoint([name, 'order.paid'])
    expect(made.eventTypes).toEqual([name, 'order.paid'])
    expect(listenedEventTypes({ allEventTypes: true, eventTypes: [] })).toContain(name)
    await archiveEventType(context, name)
    expect(listenedEventTypes({ allEventTypes: true, eventTypes: [] })).not.toContain(name)
    expect(await refusal(endpoint([name]))).toEqual([
      'validation_failed',
      [['/event_types/0', 'event_type_archived']],
    ])
    const changed = await updateEndpoint(context, made.id, { event_types: [name, 'order.shipped'] })
    expect(changed.eventTypes).toEqual([name, 'order.shipped'])
    expect(await refusal(endpoint(['order.paid', 'order.vanished']))).toEqual([
      'validation_failed',
      [['/event_types/1', 'unknown_event_type']],
    ])
  })
})

describe('an event that does not match its type’s schema', () => {
  it('is taken where nothing is checked', async () => {
    await make()
    const [event] = await accept({ code: 'x' })
    expect(event).toMatchObject({ warnings: [], data: { object: { code: 'x' } } })
  })

  it('is kept with its warnings', async () => {
    await make({ validation: 'warn' })
    const [good, bad] = await accept({ id: 1 }, { code: 'x' })
    const warnings = ['/data/object/id: This is required.', '/data/object/code: This must match ^[A-Z]{3}$.']
    expect(good?.warnings).toEqual([])
    expect(bad).toMatchObject({ warnings, data: { object: { code: 'x' } } })
    expect((await getEvent(context, bad?.id ?? '')).event.warnings).toEqual(warnings)
    expect((await getEvent(context, good?.id ?? '')).event.warnings).toEqual([])
  })

  it('answers its first warnings when it is sent again', async () => {
    await make({ validation: 'warn' })
    const send = () =>
      acceptEvents(context, [{ type: name, data: { object: {} }, idempotency_key: 'once' }], () => '')
    const [first] = await send()
    await updateEventType(context, name, { validation: 'off' })
    const [again] = await send()
    expect(again).toMatchObject({ id: first?.id, warnings: ['/data/object/id: This is required.'] })
  })

  it('is refused with the whole batch', async () => {
    await make({ validation: 'refuse' })
    expect(await refusal(accept({ id: 1 }, { id: 'x' }, {}))).toEqual([
      'validation_failed',
      [
        ['/events/1/data/object/id', 'schema_violation'],
        ['/events/2/data/object/id', 'required'],
      ],
    ])
    expect(await accept({ id: 1 })).toHaveLength(1)
    await archiveEventType(context, name)
    expect(await refusal(accept({ id: 1 }))).toEqual([
      'validation_failed',
      [['/events/0/type', 'event_type_archived']],
    ])
  })

  it('is only warned of in a test send', async () => {
    await make({ validation: 'refuse' })
    const { endpoint: made } = await endpoint([name])
    expect(await sendTest(context, made.id, { data: { object: {} } })).toMatch(/^[\da-f-]{36}$/)
  })

  it('is of a built-in type as well', async () => {
    name = 'coupon.created'
    expect(await refusal(updateEventType(context, name, { description: 'Mine.' }))).toEqual([
      'validation_failed',
      [['/description', 'not_changeable']],
    ])
    expect(await refusal(archiveEventType(context, name))).toEqual([
      'validation_failed',
      [['/name', 'built_in']],
    ])
    await updateEventType(context, name, { validation: 'refuse' })
    const [, faults] = await refusal(accept({}))
    expect(faults).toContainEqual(['/events/0/data/object/id', 'required'])
    expect(await accept({ ...getEventType(name).sample })).toHaveLength(1)
    await updateEventType(context, name, { validation: 'off' })
    expect(await accept({})).toHaveLength(1)
    expect(await audited()).toEqual(['event_type.updated', 'event_type.updated'])
  })
})
