import type { Page } from '@playwright/test'
import type { Receiver } from '@/lib/testing/fake-receiver'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { withoutTests } from './fixtures/received'

const pageOf = (id: string) => `/settings/webhooks/${id}`
const settingsOf = (id: string) => `${pageOf(id)}/settings`
const dangerZone = (page: Page) => page.getByRole('region', { name: 'Danger zone' })
const statusCard = (page: Page) => page.getByRole('region', { name: 'Status' })
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

/** From now on it asks to be left alone for an hour, so that what it gets stays pending. */
function refuseForAnHour(receiver: Receiver): void {
  receiver.setBehaviour((_, response) => void response.writeHead(503, { 'retry-after': '3600' }).end())
}

test('disabling ends what is pending, later events do not arrive, and enabling brings the next ones', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Paused', url: receiver.url })
  await receiver.waitFor(1)
  refuseForAnHour(receiver)
  await demoApi.sendEvents('order.shipped', 3)
  await expect
    .poll(async () => (await demoApi.listDeliveries({ endpoint_id: id, status: 'retrying' })).length)
    .toBe(3)

  await signInAs('operator')
  await visit(page, settingsOf(id))
  await statusCard(page).getByRole('button', { name: 'Disable' }).click()
  const disable = page.getByRole('alertdialog', { name: 'Disable endpoint “Paused”?' })
  await expect(disable).toContainText('3 pending deliveries end as cancelled')
  await expect(disable.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await disable.getByRole('button', { name: 'Disable' }).click()
  await expect(disable).toHaveCount(0)
  await expect(page.getByText(/^Disabled by you since \d/)).toBeVisible()
  await expect(statusCard(page).getByRole('button', { name: 'Enable' })).toBeFocused()
  await expect(said(page, '“Paused” is disabled')).toHaveCount(1)
  const cancelled = await demoApi.listDeliveries({ endpoint_id: id, status: 'cancelled' })
  expect(cancelled.map(({ error }) => error)).toEqual(Array(3).fill('endpoint_disabled'))

  receiver.setBehaviour((_, response) => void response.end('ok'))
  const missed = await demoApi.sendEvent('order.shipped', { id: 'missed' })
  await visit(page, pageOf(id))
  await expect(page.getByText(/^Disabled by you since \d/)).toBeVisible()
  await page.getByRole('button', { name: 'Enable' }).click()
  const enable = page.getByRole('alertdialog', { name: 'Enable endpoint “Paused”?' })
  await expect(
    enable.getByRole('checkbox', { name: 'Deliver the 4 events it missed, oldest first' }),
  ).not.toBeChecked()
  await enable.getByRole('button', { name: 'Enable' }).click()
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
  await expect(said(page, '“Paused” is enabled')).toHaveCount(1)
  await demoApi.sendEvent('order.shipped', { id: 'next' })
  await expect.poll(() => withoutTests(receiver.requests).at(-1)?.rawBody.toString()).toContain('"id":"next"')
  expect(receiver.requests.map(({ headers }) => headers['webhook-id'])).not.toContain(missed.id)
})

test('the banner of one that its receiver gave up enables it, and the focus stays on the page', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Given up', url: receiver.url })
  await receiver.waitFor(1)
  receiver.setBehaviour((_, response) => void response.writeHead(410).end())
  await demoApi.sendEvent('order.shipped', { id: 1 })
  await signInAs('operator')
  await expect
    .poll(async () => (await demoApi.call('GET', `/2025-09/webhook_endpoints/${id}`)).text)
    .toContain('"disabled_reason":"gone"')
  await visit(page, pageOf(id))
  const banner = page.getByText(/^Disabled automatically on/).locator('../../..')
  await banner.getByRole('button', { name: 'Enable' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Enable' }).click()
  await expect(banner).toHaveCount(0)
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('deleting one in use wants its name, ends what is pending and leads to the list', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
  expectComplaints,
}) => {
  expectComplaints(/404 \(Not Found\)/)
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'In  use', url: receiver.url })
  await receiver.waitFor(1)
  refuseForAnHour(receiver)
  await demoApi.sendEvents('order.shipped', 2)
  await expect
    .poll(async () => (await demoApi.listDeliveries({ endpoint_id: id, status: 'retrying' })).length)
    .toBe(2)

  await signInAs('operator')
  await visit(page, settingsOf(id))
  await dangerZone(page).getByRole('button', { name: 'Delete endpoint' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(dialog).toContainText('This cannot be undone.')
  await expect(dialog).toContainText('2 pending deliveries end as cancelled')
  await expect(dialog).toContainText('Its deliveries stay in the log')
  await expect(dialog).toContainText('It had deliveries in the last 7 days.')
  const confirm = dialog.getByRole('button', { name: 'Delete' })
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('textbox').fill('In us')
  await expect(confirm).toBeDisabled()
  // The browser shows two spaces as one.
  await dialog.getByRole('textbox').fill('In use')
  await confirm.click()
  await expect(page).toHaveURL('/settings/webhooks')
  await expect(page.getByText('was deleted')).toBeVisible()

  const cancelled = await demoApi.listDeliveries({ endpoint_id: id, status: 'cancelled' })
  expect(cancelled.map(({ error }) => error)).toEqual(['endpoint_deleted', 'endpoint_deleted'])
  await visit(page, pageOf(id))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not found')
})

test('deleting one without traffic asks for no name', async ({ page, signInAs, demoApi, openDatabase }) => {
  const { id } = await demoApi.createEndpoint({ name: 'Quiet', url: 'http://127.0.0.1:1024/' })
  await signInAs('admin')
  await visit(page, settingsOf(id))
  await dangerZone(page).getByRole('button', { name: 'Delete endpoint' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete endpoint “Quiet”?' })
  await expect(dialog).toContainText('Nothing is pending.')
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL('/settings/webhooks')
  const db = await openDatabase()
  const { rows } = await db.query(
    `SELECT deleted_at IS NOT NULL AS gone, (SELECT count(*)::int FROM endpoint_secret s WHERE s.endpoint_id = e.id) AS secrets
     FROM endpoint e WHERE name = 'Quiet'`,
  )
  expect(rows).toEqual([{ gone: true, secrets: 0 }])
})

test('a refusal stays in the dialog', async ({ page, signInAs, demoApi, expectComplaints }) => {
  // The page asks for what is gone.
  expectComplaints(/404/)
  const { id } = await demoApi.createEndpoint({ name: 'Twice', url: 'http://127.0.0.1:1024/' })
  await signInAs('operator')
  await visit(page, settingsOf(id))
  await statusCard(page).getByRole('button', { name: 'Disable' }).click()
  await demoApi.call('DELETE', `/2025-09/webhook_endpoints/${id}`)
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Disable' }).click()
  await expect(dialog.getByRole('alert')).toContainText(/Request [0-9a-f-]{36}\./)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
})

test('support has no danger zone', async ({ page, signInAs, demoApi }) => {
  const { id } = await demoApi.createEndpoint({ name: 'Safe', url: 'http://127.0.0.1:1024/' })
  await signInAs('support')
  await visit(page, settingsOf(id))
  await expect(page.getByRole('heading', { name: 'Signing secret' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Disable|Delete/ })).toHaveCount(0)
})

test('the dialogs look well everywhere', async ({ page, signInAs, demoApi }) => {
  test.slow()
  const { id } = await demoApi.createEndpoint({ name: 'n'.repeat(100), url: 'http://127.0.0.1:1024/' })
  await demoApi.sendEvent('order.shipped', { id: 1 })
  await signInAs('operator')
  await visit(page, settingsOf(id))
  await dangerZone(page).getByRole('button', { name: 'Delete endpoint' }).click()
  await expect(page.getByText('It had deliveries in the last 7 days.')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.keyboard.press('Escape')
  await statusCard(page).getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByText(/ends? as cancelled|Nothing is pending/)).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
})
