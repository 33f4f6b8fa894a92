import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { withoutTests } from './fixtures/received'

const pageOf = (id: string) => `/settings/webhooks/${id}`
const tile = (page: Page, label: string) => page.locator('dl > div').filter({ hasText: label })
const rowsOf = (page: Page, table: string) => page.getByRole('table', { name: table }).locator('tbody tr')
const LATEST = 'Latest deliveries of this endpoint'

type Listed = { endpoints: { id: string; name: string }[] }

async function demoEndpoint(
  api: { call(method: string, path: string): Promise<{ text: string }> },
  name: string,
) {
  const { endpoints }: Listed = JSON.parse(
    (await api.call('GET', '/2025-09/webhook_endpoints?limit=100')).text,
  )
  const found = endpoints.find((endpoint) => endpoint.name === name)
  if (!found) throw new Error(`The demo store has no endpoint “${name}”.`)
  return found
}

test('the overview counts what was delivered and what waits, and follows what happens', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Followed', url: receiver.url })
  await demoApi.sendEvents('order.shipped', 3)
  await expect.poll(async () => (await demoApi.getStatistics(id)).deliveries.delivered).toBe(3)

  await signInAs('operator')
  await visit(page, pageOf(id))
  await expect(page).toHaveTitle('Followed · Webhooks · Shopbell')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Followed')
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
  await expect(tile(page, 'Success, last 24 hours')).toContainText('100 %')
  await expect(tile(page, 'Success, last 24 hours')).toContainText('3 delivered, 0 failed for good')
  await expect(tile(page, 'Response time p95')).toContainText(/\d ms/)
  await expect(tile(page, 'Pending now')).toContainText('0')
  await expect(rowsOf(page, LATEST)).toHaveCount(4)
  await expect(rowsOf(page, LATEST).last()).toContainText('TEST')

  receiver.setBehaviour((_, response) => void response.writeHead(503, { 'retry-after': '3600' }).end('busy'))
  await demoApi.sendEvent('order.shipped', { id: 7 })
  await expect(rowsOf(page, LATEST)).toHaveCount(5, { timeout: 20_000 })
  const [delivery] = await demoApi.listDeliveries({ endpoint_id: id })
  const newest = rowsOf(page, LATEST).first()
  await expect(newest).toContainText(/order\.shipped.*Retrying.*503/)
  await expect(newest.getByRole('link')).toHaveAttribute('href', `/deliveries/${delivery?.id}`)
  await expect(tile(page, 'Pending now')).toContainText('1')
  await expect(tile(page, 'Oldest pending')).toContainText(/\d (s|ms|min)/)
  // The head is the server's; it follows all the same.
  await expect(page.getByText(/^Failing since \d/)).toBeVisible()
  await expect(page.getByText(/Deliveries have failed since/)).toBeVisible()
  await expect(page.getByText(/The receiver is not available \(503\)/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Show these failures' })).toHaveAttribute(
    'href',
    `/deliveries?endpoint=${id}&error=http_error&code=503`,
  )
})

test('the week as a table has the numbers of the API', async ({ page, signInAs, demoApi }) => {
  const { id } = await demoEndpoint(demoApi, 'ERP orders')
  await signInAs('operator')
  await visit(page, pageOf(id))
  await expect(page.getByRole('application', { name: /^Deliveries per day/ })).toBeVisible()
  await page.getByRole('button', { name: 'View as table Last 7 days' }).click()
  const rows = rowsOf(page, 'Deliveries per day')
  await expect(rows).toHaveCount(7)
  const { daily } = await demoApi.getStatistics(id, 7)
  // The newest day is first, and today may still change.
  for (const [index, day] of daily.toReversed().entries()) {
    if (index === 0) continue
    const cells = rows.nth(index).locator('td')
    await expect(cells.nth(0)).toHaveText(String(day.delivered))
    await expect(cells.nth(1)).toHaveText(String(day.failed))
  }
  await page.getByRole('button', { name: 'View as chart Last 7 days' }).click()
  await expect(page.getByRole('application')).toBeVisible()
})

test('the chart says each day’s numbers to the keyboard', async ({ page, signInAs, demoApi }) => {
  const { id } = await demoEndpoint(demoApi, 'ERP orders')
  await signInAs('support')
  await visit(page, pageOf(id))
  const chart = page.getByRole('application', { name: /^Deliveries per day/ })
  await chart.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: 'Delivered' })).toContainText(/\d+ \w+/)
})

test('an endpoint that got nothing yet says what to do', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'New', url: receiver.url })
  await signInAs('operator')
  await visit(page, pageOf(id))
  const empty = page.getByText('Only test events so far').locator('../../..')
  await expect(empty).toContainText('A delivery is made for this endpoint when')
  await expect(tile(page, 'Success, last 24 hours')).toContainText('—')
  // The test event that its making sent.
  await expect(rowsOf(page, LATEST)).toHaveCount(1)
  await inEveryLook(page, () => expectAccessible(page))
  await empty.getByRole('button', { name: 'Send test event' }).click()
  await expect(page.getByRole('dialog', { name: 'Send test event' })).toBeVisible()
})

test('an endpoint that its receiver gave up says so, and what to do', async ({ page, signInAs, demoApi }) => {
  const { id } = await demoEndpoint(demoApi, 'Gate access')
  await signInAs('operator')
  await visit(page, pageOf(id))
  await expect(page.getByText('Disabled automatically: answered 410 Gone')).toBeVisible()
  const banner = page.getByText(/^Disabled automatically on/).locator('../../..')
  await expect(banner).toContainText('The receiver answered 410 Gone')
  await expect(banner).toContainText('What to do:')
  await expect(banner.getByRole('button', { name: 'Send test event' })).toBeVisible()
  await expect(banner.getByRole('button', { name: 'Enable' })).toBeVisible()
})

for (const name of ['ERP orders', 'Accounting', 'Gate access', 'Packing station (old)']) {
  test(`the overview of ${name} looks well everywhere`, async ({ page, signInAs, demoApi }) => {
    const { id } = await demoEndpoint(demoApi, name)
    await signInAs('operator')
    await visit(page, pageOf(id))
    await expect(rowsOf(page, LATEST)).toHaveCount(10)
    await inEveryLook(page, () => expectAccessible(page))
  })
}

test('long names, addresses and descriptions stay on the page', async ({ page, signInAs, demoApi }) => {
  const url = `http://127.0.0.1:1024/${'a'.repeat(2_000)}`
  const { id } = await demoApi.createEndpoint({
    name: 'n'.repeat(100),
    description: 'd'.repeat(1_000),
    url,
    all_event_types: true,
  })
  await signInAs('operator')
  await visit(page, pageOf(id))
  await expect(page.getByText('All, including future ones.')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy URL' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(url)
})

test('what it listens to leads to the catalogue, and its pages to each other', async ({
  page,
  signInAs,
  demoApi,
}) => {
  const { id } = await demoEndpoint(demoApi, 'ERP orders')
  await signInAs('operator')
  await visit(page, pageOf(id))
  await expect(page.getByRole('link', { name: 'order.paid' }).last()).toHaveAttribute(
    'href',
    '/event-types/order.paid',
  )
  await expect(page.getByText(/^\d+ retries over/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'All deliveries' })).toHaveAttribute(
    'href',
    `${pageOf(id)}/deliveries`,
  )
  const tabs = page.getByRole('navigation', { name: 'Webhook endpoint' }).getByRole('link')
  await expect(tabs).toHaveText(['Overview', 'Deliveries', 'Statistics', 'Settings'])
  await expect(tabs.first()).toHaveAttribute('aria-current', 'page')
  await tabs.last().click()
  await expect(page).toHaveURL(`${pageOf(id)}/settings`)
  // The heading is the same: the focus stays where the person is.
  await expect(tabs.last()).toBeFocused()
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Webhooks' }).click()
  await expect(page).toHaveURL('/settings/webhooks')
})

test('support sees the overview and nothing that changes anything', async ({ page, signInAs, demoApi }) => {
  const { id } = await demoEndpoint(demoApi, 'Gate access')
  await signInAs('support')
  await visit(page, `${pageOf(id)}?test=1`)
  await expect(page.getByText(/an operator or admin can send a test event/)).toBeVisible()
  await expect(rowsOf(page, LATEST)).toHaveCount(10)
  for (const name of ['Send test event', 'Enable', 'Disable'])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('another store’s endpoint, and none at all, read as absent', async ({
  page,
  signInAs,
  api,
  expectComplaints,
}) => {
  expectComplaints(/404 \(Not Found\)/)
  const { id } = await api.createEndpoint({ url: 'http://127.0.0.1:1024/' })
  await signInAs('admin')
  for (const path of [id, `${id}/settings`, 'we_00000000000000000000000000', 'nonsense']) {
    await visit(page, pageOf(path))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not found')
    await expect(page).toHaveTitle('Not found · Shopbell')
    await expect(page.getByText('Journey')).toHaveCount(0)
  }
  const answer = await page.request.get(`/api/screens/endpoints/${id}`)
  expect(answer.status()).toBe(404)
})

test('a lost connection is said, and what was shown stays', async ({
  page,
  context,
  signInAs,
  demoApi,
  startReceiver,
  expectComplaints,
}) => {
  expectComplaints(/ERR_INTERNET_DISCONNECTED/)
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Offline', url: receiver.url })
  await signInAs('operator')
  await visit(page, pageOf(id))
  await expect(rowsOf(page, LATEST)).toHaveCount(1)
  await context.setOffline(true)
  await expect(page.getByText('You are offline')).toBeVisible({ timeout: 20_000 })
  await expect(rowsOf(page, LATEST)).toHaveCount(1)
  await demoApi.sendEvent('order.shipped', { id: 1 })
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)
  await context.setOffline(false)
  await expect(page.getByText('You are offline')).toHaveCount(0)
  await expect(rowsOf(page, LATEST)).toHaveCount(2)
})
