import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { eventCategories, eventTypes, getEventType } from '@/lib/webhooks/event-types/catalogue'
import { eventTypeJsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { expect, test } from './fixtures/dashboard'
import { hydrated, visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { startSession } from './fixtures/people'

// No endpoint of the demo store listens to these.
const QUIET = 'note.created'
const QUIET_TOO = 'note.updated'

const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })

test('the catalogue in every look', async ({ page, signInAs }) => {
  // Long pages are looked at six times.
  test.slow()
  await signInAs('operator')
  await visit(page, '/event-types')
  await inEveryLook(page, () => expectAccessible(page))
})

test('the catalogue without results in every look, and its list of categories', async ({
  page,
  signInAs,
}) => {
  await signInAs('operator')
  await visit(page, `/event-types?q=${'zebra'.repeat(20)}`)
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 375, height: 800 })
  await visit(page, '/event-types?q=updated')
  await page.getByText('Jump to a category').click()
  await expect(page.getByRole('navigation', { name: 'Categories' }).getByRole('link').first()).toBeVisible()
  await expectAccessible(page)
})

test('an event type in every look', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('operator')
  await visit(page, '/event-types/order.paid')
  await inEveryLook(page, () => expectAccessible(page))
})

test('the catalogue holds every type, by category', async ({ page, signInAs }) => {
  await signInAs('support')
  await visit(page, '/event-types')
  await expect(page).toHaveTitle('Event types · Shopbell')
  await expect(page.getByRole('status').first()).toHaveText(
    `${eventTypes.length} event types in ${eventCategories.length} categories`,
  )
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 2 })).toHaveText(eventCategories.map(({ label }) => label))
  for (const { label, types } of eventCategories) {
    const links = main.getByRole('region', { name: label, exact: true }).locator('li > a')
    await expect(links).toHaveText(types.map(({ name }) => name))
  }
  for (const type of eventTypes) await expect(rowOf(page, type.name)).toContainText(type.description)

  const jump = page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Unit types' })
  await jump.click()
  await expect(page).toHaveURL(/#unit-types$/)
  await expect(main.getByRole('heading', { name: 'Unit types' })).toBeInViewport()
})

test('a search is in the address, and can be undone', async ({ page, signInAs }) => {
  await signInAs('operator')
  await visit(page, '/deliveries')
  await visit(page, '/event-types')
  const search = page.getByRole('searchbox', { name: 'Search event types' })
  const status = page.getByRole('status').first()
  await search.pressSequentially('handed to the')
  await expect(page).toHaveURL('/event-types?q=handed+to+the')
  await expect(status).toHaveText(`1 of ${eventTypes.length} event types match “handed to the”`)
  await expect(rowOf(page, 'order.shipped')).toBeVisible()
  await expect(search).toBeFocused()

  await page.reload()
  await hydrated(page)
  await expect(search).toHaveValue('handed to the')
  await expect(page.getByRole('main').locator('section li')).toHaveCount(1)

  await search.fill('zebra')
  await expect(page.getByRole('heading', { name: 'No event type matches “zebra”' })).toBeVisible()
  await page.getByRole('link', { name: 'Clear search' }).click()
  await expect(page).toHaveURL('/event-types')
  await expect(search).toHaveValue('')
  await expect(page.getByRole('heading', { name: 'Unit types' })).toBeVisible()

  await page.goBack()
  await expect(search).toHaveValue('zebra')
  await expect(status).toContainText('match “zebra”')
})

test('a search needs no script', async ({ browser, shopbell }) => {
  const [someone] = await shopbell.credentials()
  if (!someone) throw new Error('There are no demo sign-ins.')
  const context = await browser.newContext({ baseURL: shopbell.url, javaScriptEnabled: false })
  await context.addCookies([await startSession(shopbell, someone)])
  const page = await context.newPage()
  await page.goto('/event-types')
  const search = page.getByRole('searchbox', { name: 'Search event types' })
  await search.fill('order.paid')
  await search.press('Enter')
  await expect(page).toHaveURL('/event-types?q=order.paid')
  await expect(page.getByRole('main').locator('section li')).toHaveCount(1)
  await context.close()
})

test('a type tells which endpoints listen to it', async ({ page, signInAs, demoApi, startReceiver }) => {
  const { url } = await startReceiver()
  await signInAs('operator')
  await visit(page, '/event-types')
  await expect(rowOf(page, QUIET)).toContainText('No endpoint')

  const name = `Notes${'x'.repeat(90)}`
  const one = await demoApi.createEndpoint({ name, url, event_types: [QUIET] })
  await page.reload()
  await expect(rowOf(page, QUIET).getByRole('link', { name: /^1 endpoint/ })).toHaveAttribute(
    'href',
    `/settings/webhooks/${one.id}`,
  )

  const all = await demoApi.createEndpoint({
    name: 'Archive',
    url,
    event_types: undefined,
    all_event_types: true,
  })
  await demoApi.call('PATCH', `/2025-09/webhook_endpoints/${one.id}`, { body: { status: 'disabled' } })
  await page.reload()
  await hydrated(page)
  await expect(rowOf(page, QUIET_TOO).getByRole('link', { name: '1 endpoint: Archive' })).toBeVisible()
  await rowOf(page, QUIET)
    .getByRole('link', { name: /^2 endpoints/ })
    .click()
  await expect(page).toHaveURL(`/event-types/${QUIET}#endpoints`)
  const listening = page.getByRole('region', { name: 'Endpoints that listen' })
  await expect(listening.getByRole('listitem')).toHaveText([
    'ArchiveActiveAll event types',
    `${name}Disabled by you`,
  ])
  await expect(listening.getByRole('link', { name: 'Archive' })).toHaveAttribute(
    'href',
    `/settings/webhooks/${all.id}`,
  )
  await inEveryLook(page, () => expectAccessible(page))
})

test('a type shows what is sent, and its fields', async ({ page, context, signInAs }) => {
  const type = getEventType('order.paid')
  if (!type) throw new Error('The catalogue has no order.paid.')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs('support')
  await visit(page, '/event-types/order.paid')
  await expect(page).toHaveTitle('order.paid · Event types · Shopbell')
  await expect(page.getByRole('heading', { level: 1, name: 'order.paid' })).toBeVisible()
  await expect(page.getByText(type.description)).toBeVisible()
  const copied = async () => JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))

  await page.getByRole('button', { name: 'Copy sample payload' }).click()
  await expect(page.getByText('Copied', { exact: true })).toBeAttached()
  expect(await copied()).toEqual({
    id: expect.stringMatching(/^evt_[0-9a-z]{26}$/),
    type: 'order.paid',
    created: expect.any(Number),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    api_version: '2025-09',
    data: { object: type.sample },
  })
  await page.getByRole('button', { name: 'Copy JSON Schema' }).click()
  await expect.poll(copied).toEqual(eventTypeJsonSchema(type))

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download JSON Schema' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('order.paid.schema.json')
  expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toEqual(eventTypeJsonSchema(type))

  const fields = page.getByRole('table', { name: 'Fields of data.object of order.paid' })
  const row = (path: string) => fields.getByRole('row', { name: path, exact: false }).first()
  await expect(row('object.customer.email').getByRole('cell')).toHaveText([
    'string or null',
    'E-mail address. Personal dataE-mail address',
  ])
  await expect(row('object.line_items[].quantity').getByRole('cell')).toHaveText([
    'integer, required',
    /^How many pieces\./,
  ])
  await expect(row('object.id').getByText('Personal data')).toHaveCount(0)
})

test('what a type leads to depends on the role', async ({ page, context, signInAs }) => {
  await signInAs('operator')
  await visit(page, `/event-types/${QUIET}`)
  const create = page.getByText('Create a webhook endpoint for this event')
  await expect(page.getByText('Show deliveries')).toHaveAttribute('href', `/deliveries?type=${QUIET}`)
  await create.click()
  await expect(page).toHaveURL(`/settings/webhooks/new?events=${QUIET}`)
  await expect(page.getByText('1 selected')).toBeVisible()
  const ticked = page.getByRole('checkbox', { name: QUIET })
  await expect(ticked).toBeChecked()
  // The list is scrolled to it, and the page is not.
  const list = page.getByRole('group', { name: 'Event types by category' })
  const isShown = await list.evaluate((group) => {
    const [box, row] = [group.parentElement, group.querySelector('li input:checked')].map((element) =>
      element?.getBoundingClientRect(),
    )
    return box && row ? row.top > box.top && row.bottom < box.bottom : false
  })
  expect(isShown).toBe(true)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await context.clearCookies()
  await signInAs('support')
  await visit(page, `/event-types/${QUIET}`)
  await expect(page.getByText('Show deliveries')).toBeVisible()
  await expect(create).toHaveCount(0)
})

test('an unknown type is not found', async ({ page, signInAs, expectComplaints }) => {
  expectComplaints(/status of 404/)
  await signInAs('operator')
  for (const name of ['order.lost', 'order-created', 'ORDER.PAID', 'constructor']) {
    const answer = await page.goto(`/event-types/${name}`)
    expect(answer?.status(), name).toBe(404)
    await expect(page).toHaveTitle('Not found · Shopbell')
    await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
  }
  expect((await page.request.get('/api/screens/event-types/order.lost/schema')).status()).toBe(404)
})

test('nobody sees the catalogue without a session', async ({ page, shopbell }) => {
  for (const path of ['/event-types', '/event-types/order.paid']) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    expect(answer.headers().location).toContain('/signin?')
  }
  const schema = await fetch(`${shopbell.url}/api/screens/event-types/order.paid/schema`)
  expect(schema.status).toBe(401)
})

test('a store without endpoints has the same catalogue', async ({ page, signInToEmptyStore }) => {
  await signInToEmptyStore()
  await visit(page, '/event-types')
  await expect(page.getByText('No endpoint', { exact: true })).toHaveCount(eventTypes.length)
  await visit(page, '/event-types/order.paid')
  await expect(page.getByText('No endpoint of this store listens to this event type.')).toBeVisible()
})

test('from the search to a type by keyboard alone', async ({ page, signInAs }) => {
  await signInAs('operator')
  await visit(page, '/event-types')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('searchbox', { name: 'Search event types' })).toBeFocused()
  await page.keyboard.type('order.shipped')
  await expect(page.getByRole('main').locator('section li')).toHaveCount(1)
  const found = page.getByRole('link', { name: 'order.shipped', exact: true })
  for (let stop = 0; stop < 5 && !(await found.evaluate((link) => link === document.activeElement)); stop++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/event-types/order.shipped')
  await expect(page.getByRole('heading', { level: 1, name: 'order.shipped' })).toBeFocused()
})
