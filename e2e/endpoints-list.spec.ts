import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { shapes } from './fixtures/shapes'

const LIST = '/settings/webhooks'

const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: false }) })
const names = (page: Page) => page.getByRole('rowheader').getByRole('link').allTextContents()
const statusFilter = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Status' }).getByRole('button', { name })

test('tells how each endpoint is, those in trouble first', async ({ page, signInAs }) => {
  await signInAs('operator')
  await visit(page, LIST)
  const failing = rowOf(page, 'Accounting')
  await expect(failing.getByRole('cell').nth(0)).toHaveText(
    /^Failing\s*since \d+ \w+ \d\d:\d\d(Paused until \d+ \w+ \d\d:\d\d:\d\d after repeated failures)?Will be disabled \d+ \w+ \d\d:\d\d \(in 2 d\) unless it succeeds\s*Snooze 24 h$/,
  )
  await expect(failing.getByRole('cell').nth(1)).toHaveText('5')
  await expect(failing.getByRole('cell').nth(3)).toContainText(/0 %\s*0 of \d+/)
  await expect(rowOf(page, 'Gate access')).toContainText('answered 410 Gone, since')
  await expect(rowOf(page, 'ERP orders')).toContainText('Active')
  await expect(rowOf(page, 'Packing station (old)')).toContainText('Disabled by you')

  const order = await names(page)
  expect(order.indexOf('Accounting')).toBeLessThan(order.indexOf('Gate access'))
  expect(order.indexOf('Gate access')).toBeLessThan(order.indexOf('ERP orders'))
  expect(order.indexOf('ERP orders')).toBeLessThan(order.indexOf('Packing station (old)'))

  const banner = page.getByText('“Gate access” was disabled automatically')
  await expect(banner).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))

  // The narrowest window that has the navigation beside the page.
  await page.setViewportSize({ width: 1024, height: 800 })
  const overlap = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(overlap).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 800 })
  await failing.getByRole('link', { name: 'Last delivery of Accounting: 500' }).click()
  await expect(page).toHaveURL(/\/deliveries\/dlv_[0-9a-z]{26}$/)
})

test('a status and a search stand in the address, and can be cleared', async ({ page, signInAs }) => {
  await signInAs('operator')
  await visit(page, LIST)
  await statusFilter(page, /^Failing/).click()
  await expect(page).toHaveURL(/\?status=failing$/)
  await expect(statusFilter(page, /^Failing/)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('rowheader', { name: 'ERP orders' })).toBeHidden()
  await expect(page.getByRole('rowheader', { name: 'Accounting' })).toBeVisible()

  await page.getByRole('searchbox', { name: 'Search name or URL' }).fill('receiver/OK')
  await expect(page).toHaveURL(/\?status=failing&q=receiver%2FOK$/)
  const empty = page.getByRole('heading', { name: 'No endpoint matches' })
  await expect(empty).toBeVisible()
  await expect(page.getByText('Status: Failing · Name or URL: “receiver/OK”')).toBeVisible()
  await expect(statusFilter(page, /^Failing 0$/)).toBeVisible()
  await expect(statusFilter(page, /^All 2$/)).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.reload()
  await expect(empty).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('receiver/OK')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL((url) => url.search === '')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page.getByRole('rowheader', { name: 'ERP orders' })).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('receiver/OK')
  await expect(empty).toBeVisible()
})

test('a store without endpoints is told what one is, and how to make it', async ({
  page,
  signInToEmptyStore,
}) => {
  await signInToEmptyStore()
  await visit(page, LIST)
  await expect(page.getByRole('heading', { name: 'No endpoints yet' })).toBeVisible()
  await expect(
    page.getByText('An endpoint is a URL we call when something happens in your store.'),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create webhook endpoint' })).toHaveCount(1)
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  await inEveryLook(page, () => expectAccessible(page))
  await page.getByRole('link', { name: 'Create webhook endpoint' }).click()
  await expect(page).toHaveURL(/\/settings\/webhooks\/new$/)
})

test('what was disabled automatically says why, and can be enabled', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  receiver.setBehaviour((_, response) => void response.writeHead(410).end())
  const name = 'Moved <img src=x onerror="document.title=\'broken\'">'
  await demoApi.createEndpoint({ name, url: receiver.url, event_types: ['session.created'] })
  await demoApi.sendEvent('session.created', { id: 1 })
  await signInAs('operator')
  await expect(async () => {
    await visit(page, LIST)
    await expect(page.getByText(`“${name}” was disabled automatically`)).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page).toHaveTitle(/^Webhooks/)
  await expect(rowOf(page, name)).toContainText('Disabled automatically')

  await page.getByRole('button', { name: `Enable ${name}`, exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: `Enable endpoint “${name}”?` })
  await expect(dialog).toContainText('It missed nothing while it was disabled.')
  await dialog.getByRole('button', { name: 'Enable' }).click()
  await expect(page.getByRole('status').filter({ hasText: `“${name}” is enabled` })).toHaveCount(1)
  await expect(page.getByRole('link', { name: 'Send test event' })).toBeFocused()
  await expect(rowOf(page, name)).toContainText('Active')
  await expect(page.getByText(`“${name}” was disabled automatically`)).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Send test event' }).click()
  await expect(page).toHaveURL(/\/settings\/webhooks\/we_\w+\?test=1$/)
})

test('disabling asks first, and enabling undoes it', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const name = 'X'.repeat(100)
  const { id } = await demoApi.createEndpoint({ name, url: `${receiver.url}/${'long/'.repeat(30)}` })
  await signInAs('admin')
  await visit(page, LIST)
  const row = rowOf(page, name)
  const menu = row.getByRole('button', { name: `Actions for ${name}` })
  await menu.click()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Disable…' }).click()
  const dialog = page.getByRole('alertdialog', { name: `Disable endpoint “${name}”?` })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(menu).toBeFocused()
  await expect(row).toContainText('Active')

  await menu.press('Enter')
  await page.getByRole('menuitem', { name: 'Disable…' }).click()
  await expect(dialog).toContainText('Test events still work.')
  await dialog.getByRole('button', { name: 'Disable' }).click()
  await expect(dialog).toBeHidden()
  await expect(row).toContainText('Disabled by you')
  await expect(page.getByRole('status').filter({ hasText: 'is disabled' })).toHaveCount(1)
  await expect(menu).toBeFocused()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const path = `/2025-09/webhook_endpoints/${id}`
  expect((await demoApi.expect(200, shapes.endpoint, 'GET', path)).endpoint.status).toBe('disabled')

  await menu.click()
  await page.getByRole('menuitem', { name: 'Enable…' }).click()
  const enable = page.getByRole('alertdialog', { name: `Enable endpoint “${name}”?` })
  await enable.getByRole('button', { name: 'Enable' }).click()
  await expect(enable).toBeHidden()
  await expect(row).toContainText('Active')
  await expect(page.getByRole('status').filter({ hasText: 'is enabled' })).toHaveCount(1)
})

test('is refreshed in place, and says when it cannot be', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
  expectComplaints,
}) => {
  test.setTimeout(120_000)
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Before', url: receiver.url })
  await signInAs('operator')
  await visit(page, LIST)
  await expect(rowOf(page, 'Before')).toBeVisible()
  const place = (await names(page)).indexOf('Before')
  expect(place).toBeGreaterThan(0)

  const body = { name: 'After', status: 'disabled' }
  await demoApi.expect(200, shapes.endpoint, 'PATCH', `/2025-09/webhook_endpoints/${id}`, { body })
  // By the server's order it would now be among the last.
  await expect(page.getByRole('rowheader').nth(place)).toContainText('After', { timeout: 20_000 })
  await expect(rowOf(page, 'After')).toContainText('Disabled by you')

  expectComplaints(/ERR_FAILED/)
  await page.route('**/api/screens/endpoints', (route) => route.abort())
  await expect(page.getByText('The list could not be refreshed')).toBeVisible({ timeout: 40_000 })
  await expect(rowOf(page, 'After')).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/api/screens/endpoints')
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('The list could not be refreshed')).toBeHidden()
})

test('an action that fails is said on the page, and can be done again', async ({
  page,
  context,
  signInAs,
  demoApi,
  startReceiver,
  expectComplaints,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Sleeping', url: receiver.url })
  const path = `/2025-09/webhook_endpoints/${id}`
  await demoApi.expect(200, shapes.endpoint, 'PATCH', path, { body: { status: 'disabled' } })
  await signInAs('operator')
  await visit(page, LIST)
  expectComplaints(/ERR_INTERNET_DISCONNECTED/)
  const dialog = page.getByRole('alertdialog', { name: 'Enable endpoint “Sleeping”?' })
  const enable = async () => {
    await rowOf(page, 'Sleeping').getByRole('button', { name: 'Actions for Sleeping' }).click()
    await page.getByRole('menuitem', { name: 'Enable…' }).click()
    await dialog.getByRole('button', { name: 'Enable' }).click()
  }
  await context.setOffline(true)
  await enable()
  await expect(dialog.getByRole('alert')).toContainText('Shopbell could not be reached')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('You are offline')).toBeVisible()
  await expect(rowOf(page, 'Sleeping')).toContainText('Disabled by you')
  await context.setOffline(false)
  await expect(page.getByText('You are offline')).toBeHidden()
  await enable()
  await expect(rowOf(page, 'Sleeping')).toContainText('Active')
  await expect(dialog).toBeHidden()
})

test('support looks, and changes nothing', async ({ page, signInAs }) => {
  await signInAs('support')
  await visit(page, LIST)
  await expect(
    page.getByText(
      'Your role can look at endpoints. Creating and changing them is for operators and admins.',
    ),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create webhook endpoint' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Enable/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Actions for ERP orders' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Open', 'Copy URL'])
  await expectAccessible(page)
})

test('the URL is copied from the menu', async ({ page, context, signInAs, shopbell }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs('support')
  await visit(page, LIST)
  await page.getByRole('button', { name: 'Actions for ERP orders' }).click()
  await page.getByRole('menuitem', { name: 'Copy URL' }).click()
  await expect(page.getByText('URL copied')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(copied).port).toBe(new URL(shopbell.url).port)
  expect(new URL(copied).pathname).toBe('/api/demo/receiver/ok')
})

test('a full store says so before a form is filled in', async ({
  page,
  api,
  signInAs,
  createPerson,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  for (let index = 1; index <= 20; index++) {
    await api.createEndpoint({ name: `Endpoint ${index}`, url: receiver.url })
  }
  await signInAs(await createPerson('operator', 'journey'))
  await visit(page, LIST)
  await expect(page.getByText('This store has 20 of 20 possible endpoints')).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveCount(20)
  await expect(page.getByRole('link', { name: 'Create webhook endpoint' })).toHaveCount(0)
  await visit(page, `${LIST}/new`)
  await expect(
    page.getByRole('heading', { name: 'This store has 20 of 20 possible endpoints' }),
  ).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to webhooks' }).click()
  await expect(page).toHaveURL(/\/settings\/webhooks$/)
})
