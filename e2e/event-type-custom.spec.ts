import { expect, test } from './fixtures/dashboard'
import { deleteJourneys, field, fill, NEW_ENDPOINT, tick } from './fixtures/endpoint-form'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'

const NAME = 'parcel.lost'
const schema = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer', description: 'What the parcel is known by.' },
    code: { type: 'string', pattern: '^[A-Z]{3}$', description: 'Of the carrier.' },
  },
}

// Other tests count the types of the instance.
test.afterEach(async ({ demoApi, openDatabase }) => {
  await deleteJourneys(demoApi)
  const database = await openDatabase()
  await database.query(
    `WITH gone AS (DELETE FROM event_type RETURNING name), settings AS (DELETE FROM built_in_event_type)
     DELETE FROM event_type_name WHERE name IN (SELECT name FROM gone)`,
  )
})

test('an event type of one’s own, from its form to its archive', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  test.slow()
  const receiver = await startReceiver()
  await signInAs('admin')
  await visit(page, '/event-types')
  await page.getByRole('link', { name: 'New event type' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New event type')

  await test.step('what is wrong is said where it is wrong', async () => {
    await field(page, 'JSON Schema').fill('{\n  "type": "object",\n}')
    await page.getByRole('button', { name: 'Create event type' }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'The event type was not created' })
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link')).toHaveText([
      'Name: Fill this in.',
      'Category: Fill this in.',
      'Description: Fill this in.',
      /^JSON Schema: Line 3, column 1: /,
    ])
    await inEveryLook(page, () => expectAccessible(page))
    await page.setViewportSize({ width: 1280, height: 800 })
    await summary.getByRole('link', { name: /^Name/ }).click()
    await expect(field(page, 'Name')).toBeFocused()
  })

  await test.step('it is created', async () => {
    await field(page, 'Name').fill('order.paid')
    // A fault goes as soon as its field is changed.
    await expect(field(page, 'Name')).not.toHaveAttribute('aria-invalid')
    await expect(field(page, 'Description')).toHaveAttribute('aria-invalid', 'true')
    const makeSample = page.getByRole('button', { name: 'Make sample from schema' })
    await makeSample.click()
    await expect(page.getByRole('alert').filter({ hasText: 'No sample was made' })).toBeFocused()
    await page.getByRole('combobox', { name: 'Category' }).fill('Parcels')
    await field(page, 'Description').fill('The carrier lost a parcel.')
    await field(page, 'JSON Schema').fill(JSON.stringify(schema, null, 2))
    await field(page, 'Sample').fill('{"id": "seven"}')
    await page.getByRole('button', { name: 'Create event type' }).click()
    await expect(page.getByText('There is an event type of this name already.').first()).toBeVisible()
    await field(page, 'Name').fill(NAME)
    await page.getByRole('button', { name: 'Create event type' }).click()
    await expect(page.getByText('id: This must be an integer.').first()).toBeVisible()
    await makeSample.click()
    await expect(field(page, 'Sample')).toHaveValue(/"id": 1/)
    await expect(page.getByText('The sample was replaced.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(field(page, 'Sample')).toHaveValue('{"id": "seven"}')
    await expect(field(page, 'Sample')).toBeFocused()
    await makeSample.click()
    await field(page, 'Sample').fill('{"id": 7, "code": "DHL"}')
    await page.getByRole('button', { name: 'Create event type' }).click()
    await expect(page).toHaveURL(`/event-types/${NAME}`)
    await expect(page.getByRole('main')).toContainText('Of the carrier.')
    await expect(page.getByRole('region', { name: 'Sample payload' }).last()).toContainText('"code": "DHL"')
  })

  await test.step('an endpoint chooses it and tries its sample', async () => {
    await visit(page, NEW_ENDPOINT)
    await fill(page, { name: 'Journey of parcels', url: receiver.url })
    await page.getByRole('button', { name: 'Clear all' }).click()
    await tick(page, NAME)
    await page.getByRole('searchbox', { name: 'Search event types' }).clear()
    await expect(page.getByRole('checkbox', { name: 'All of Parcels' })).toBeChecked()
    await page.getByRole('button', { name: 'Create webhook endpoint' }).click()
    await expect(page.getByRole('heading', { name: 'Endpoint created' })).toBeVisible()
    await expect.poll(() => receiver.requests.length).toBe(1)
    expect(JSON.parse(String(receiver.requests[0]?.rawBody))).toMatchObject({
      type: NAME,
      test: true,
      data: { object: { id: 7, code: 'DHL' } },
    })
  })

  await test.step('an event that does not match is sent, and marked', async () => {
    const event = await demoApi.sendEvent(NAME, { code: 'dhl' })
    expect(event.warnings).toEqual([
      '/data/object/id: This is required.',
      '/data/object/code: This must match ^[A-Z]{3}$.',
    ])
    await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)
    await visit(page, `/deliveries?q=${event.id}`)
    const row = page.getByRole('row').filter({ hasText: NAME })
    await expect(row).toContainText('Does not match the schema of its type')
    await row.getByRole('link', { name: NAME }).click()
    const banner = page.getByText('The event does not match the schema of its type')
    await expect(banner).toBeVisible()
    await expect(page.getByRole('main')).toContainText('/data/object/id: This is required.')
    await inEveryLook(page, () => expectAccessible(page))
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('it is edited, and then refuses', async () => {
    await visit(page, `/event-types/${NAME}`)
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await field(page, 'Description').fill('A parcel is gone.')
    await page.getByRole('radio', { name: 'Refuse' }).check()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page).toHaveURL(`/event-types/${NAME}`)
    await expect(page.getByRole('main')).toContainText('A parcel is gone.')
    const body = { type: NAME, data: { object: { code: 'dhl' } } }
    const refusal = await demoApi.refused(422, 'POST', '/2025-09/events', { body })
    expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual(['/data/object/id', '/data/object/code'])
  })

  await test.step('it is archived, and taken back', async () => {
    await page.getByRole('button', { name: 'Archive' }).click()
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText('1 endpoint chose this event type.')
    await dialog.getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByText('This event type is archived')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await inEveryLook(page, () => expectAccessible(page))
    await page.setViewportSize({ width: 1280, height: 800 })
    const body = { type: NAME, data: { object: { id: 1 } } }
    const refusal = await demoApi.refused(422, 'POST', '/2025-09/events', { body })
    expect(refusal.errors).toMatchObject([{ pointer: '/type', code: 'event_type_archived' }])
    await visit(page, '/event-types')
    await page.getByRole('region', { name: 'Archived' }).getByRole('link', { name: NAME }).click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect(page.getByText('This event type is archived')).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    expect((await demoApi.sendEvent(NAME, { id: 1 })).warnings).toEqual([])
  })
})

test('a type of Shopbell’s own can be checked too, by admins alone', async ({ page, signInAs, demoApi }) => {
  await signInAs('admin')
  await visit(page, '/event-types/note.created')
  const setting = page.getByRole('region', { name: 'Check of events' })
  await setting.getByRole('radio', { name: 'Refuse' }).check()
  await setting.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(setting.getByRole('button', { name: 'Save' })).toBeDisabled()
  await expect(setting.getByText('Check of events', { exact: true })).toBeFocused()
  await inEveryLook(page, () => expectAccessible(page))
  await demoApi.refused(422, 'POST', '/2025-09/events', {
    body: { type: 'note.created', data: { object: {} } },
  })

  await signInAs('operator')
  await visit(page, '/event-types/note.created')
  await expect(page.getByText('Refuse')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await visit(page, '/event-types')
  await expect(page.getByRole('link', { name: 'New event type' })).toHaveCount(0)
  await visit(page, '/event-types/new')
  await expect(page.getByText('Your role cannot change event types')).toBeVisible()
})

test('the same by the API', async ({ demoApi }) => {
  const path = '/2025-09/event_types'
  const body = { name: NAME, category: 'Parcels', description: 'A parcel was lost.', schema }
  const { event_type: made } = await demoApi.expect(201, shapes.eventType, 'POST', path, { body })
  expect(made).toEqual({
    ...body,
    sample: { id: 1, code: 'text' },
    ...{ built_in: false, validation: 'off', archived: false },
  })
  const of = (name: string) => `${path}/${name}`
  const listed = await demoApi.expect(200, shapes.eventTypes, 'GET', path)
  expect(listed.event_types.at(-1)).toEqual(made)
  expect(await demoApi.expect(200, shapes.eventType, 'GET', of(NAME))).toMatchObject({ event_type: made })
  const change = { validation: 'refuse', sample: { id: 3, code: 'UPS' } }
  expect(await demoApi.expect(200, shapes.eventType, 'PATCH', of(NAME), { body: change })).toMatchObject({
    event_type: { ...made, ...change },
  })

  const problems = async (status: number, method: string, at: string, given?: unknown) => {
    const { code, errors = [] } = await demoApi.refused(status, method, at, { body: given })
    return [code, ...errors.map((error) => [error.pointer, error.code])]
  }
  expect(await problems(409, 'POST', path, body)).toEqual(['event_type_exists'])
  expect(await problems(422, 'POST', path, { ...body, name: 'Parcel', more: 1, schema: [] })).toEqual([
    'validation_failed',
    ['/schema', 'invalid'],
    ['/name', 'invalid'],
    ['/more', 'unknown_field'],
  ])
  const wrong = { type: 'object', properties: { at: { pattern: '(?=a)' } } }
  expect(await problems(422, 'PATCH', of(NAME), { schema: wrong })).toEqual([
    'validation_failed',
    ['/schema/properties/at/pattern', 'invalid_pattern'],
  ])
  expect(await problems(422, 'PATCH', of(NAME), { sample: {} })).toEqual([
    'validation_failed',
    ['/sample/id', 'required'],
  ])
  expect(await problems(422, 'PATCH', of('order.paid'), { category: 'Mine' })).toEqual([
    'validation_failed',
    ['/category', 'not_changeable'],
  ])
  expect(await problems(422, 'DELETE', of('order.paid'))).toEqual([
    'validation_failed',
    ['/name', 'built_in'],
  ])
  expect(await problems(404, 'PATCH', of('parcel.unknown'), {})).toEqual(['not_found'])
  const batch = { events: [1, 'x', {}].map((id) => ({ type: NAME, data: { object: { id } } })) }
  expect(await problems(422, 'POST', '/2025-09/events', batch)).toEqual([
    'validation_failed',
    ['/events/1/data/object/id', 'schema_violation'],
    ['/events/2/data/object/id', 'schema_violation'],
  ])

  expect((await demoApi.call('DELETE', of(NAME))).status).toBe(204)
  expect((await demoApi.call('DELETE', of(NAME))).status).toBe(204)
  const after = await demoApi.expect(200, shapes.eventTypes, 'GET', path)
  expect(after.event_types.map(({ name }) => name)).not.toContain(NAME)
  expect((await demoApi.expect(200, shapes.eventType, 'GET', of(NAME))).event_type.archived).toBe(true)
  const back = await demoApi.expect(200, shapes.eventType, 'PATCH', of(NAME), { body: { archived: false } })
  expect(back.event_type.archived).toBe(false)
})
