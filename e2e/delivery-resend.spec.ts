import type { Page } from '@playwright/test'
import type { Receiver } from '@/lib/testing/fake-receiver'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible } from './fixtures/looks'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'

const rows = (page: Page) => page.locator('[data-delivery]')
const result = (page: Page) => page.getByRole('region', { name: 'Result of the resend' })
const selection = (page: Page) => page.getByRole('region', { name: 'Selected deliveries' })

/** A receiver that fails, an endpoint of it without retries, and that many deliveries that failed. */
async function makeFailed(
  api: Api,
  receiver: Receiver,
  count: number,
  { name = 'Journey', type = 'session.created' } = {},
) {
  receiver.setBehaviour((_, response) => void response.writeHead(500).end('no'))
  const endpoint = await api.createEndpoint({
    url: receiver.url,
    retry_policy: 'none',
    name,
    event_types: [type],
  })
  await api.sendEvents(type, count)
  const failed = async () =>
    (await api.listDeliveries({ endpoint_id: endpoint.id, status: 'failed' })).filter((each) => !each.test)
  await expect.poll(async () => (await failed()).length).toBe(count)
  receiver.setBehaviour((_, response) => void response.end('ok'))
  return { endpoint, failed: await failed() }
}

test('a failed delivery is found in two steps and resent in four', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { failed } = await makeFailed(demoApi, receiver, 1)
  const before = withoutTests(receiver.requests)
  await signInAs('support')
  await visit(page, '/settings/webhooks')

  await page.getByRole('link', { name: 'Deliveries' }).click()
  await page.getByRole('link', { name: 'Failed', exact: true }).click()
  const row = rows(page).filter({ has: page.locator(`a[href$="${failed[0]?.id}"]`) })
  await row.getByRole('button', { name: /^Resend session\.created, Failed/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Resend' }).click()

  await expect(result(page)).toContainText('1 resend queued')
  await expect(page.getByRole('status').filter({ hasText: '1 resend queued' })).toHaveCount(1)
  await expect(row.getByText('Delivered', { exact: true })).toBeVisible()
  await expect(row.getByText('recovered')).toBeVisible()
  const after = withoutTests(receiver.requests)
  expect(after).toHaveLength(before.length + 1)
  expect(after.at(-1)?.rawBody).toEqual(before.at(-1)?.rawBody)
  await expect(row.getByRole('button', { name: /^Resend/ })).toBeFocused()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(result(page)).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: 'Select all deliveries on this page' })).toBeFocused()
})

test('a delivery is resent from its own page, by every role', async ({
  page,
  context,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { failed } = await makeFailed(demoApi, receiver, 3)
  const people = [
    ['support', 'Mira Petersen'],
    ['operator', 'Jonas Harder'],
    ['admin', 'Svea Lindqvist'],
  ] as const
  for (const [index, [role, name]] of people.entries()) {
    await context.clearCookies()
    await signInAs(role)
    await visit(page, `/deliveries/${failed[index]?.id}`)
    await page.locator('main > header').getByRole('button', { name: 'Resend' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Resend session.created to Journey?' })
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await dialog.getByRole('button', { name: 'Resend' }).click()
    await expect(page.locator('main > header').getByText('Delivered')).toBeVisible()
    await expect(page.locator('main > header').getByText('Recovered')).toBeVisible()
    await expect(page.getByText(`Resend by ${name}`)).toBeVisible()
    await expect(page.getByText('Next step:')).toHaveCount(0)
  }
})

test('several are resent at once; what cannot be is left out, and said', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const well = await makeFailed(demoApi, await startReceiver(), 3, { name: 'Journey well' })
  const off = await makeFailed(demoApi, await startReceiver(), 2, {
    name: 'Journey off',
    type: 'newsletter.subscribed',
  })
  await demoApi.expect(200, shapes.endpoint, 'PATCH', `/2025-09/webhook_endpoints/${off.endpoint.id}`, {
    body: { status: 'disabled' },
  })
  await signInAs('operator')
  await visit(page, '/deliveries?status=failed&range=1h')
  for (const { id } of [...well.failed, ...off.failed]) {
    await rows(page)
      .filter({ has: page.locator(`a[href$="${id}"]`) })
      .getByRole('checkbox')
      .check()
  }
  await expect(selection(page)).toContainText('5 selected')
  await expect(page.getByRole('status').filter({ hasText: '5 rows selected' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Resend selected' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Resend 3 deliveries?' })
  await expect(dialog).toContainText('Receivers may see the same event ID twice.')
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^Journey well\s*3$/,
    'The endpoint is disabled. (2)',
  ])
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Resend 3' }).click()

  await expect(result(page)).toContainText('3 resends queued, 2 not resent')
  await expect(page.getByRole('status').filter({ hasText: '3 resends queued, 2 not resent' })).toHaveCount(1)
  await expect(result(page).getByRole('link', { name: 'newsletter.subscribed to Journey off' })).toHaveCount(
    2,
  )
  await expect(result(page)).toContainText('The endpoint is disabled.')
  await expect(selection(page)).toHaveCount(0)
  // The button that asked for it has gone with the selection.
  await expect(page.locator(':focus').filter({ hasText: '3 resends queued' })).toHaveCount(1)
  await expect(rows(page).filter({ hasText: 'recovered' }).filter({ hasText: 'Journey well' })).toHaveCount(3)
  await page.setViewportSize({ width: 375, height: 700 })
  await expect(result(page)).toBeInViewport()
  // Elsewhere it covers a part of a row.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await expectAccessible(page)
  await result(page).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/deliveries\/dlv_/)
  await expect(page.locator('main > header').getByRole('button', { name: 'Resend' })).toBeDisabled()
  await expect(page.getByText('Its endpoint is disabled, so it cannot be resent.')).toBeVisible()
})

test('what the server refuses after all is told with its reason, and nothing is asked where all is refused', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { endpoint, failed } = await makeFailed(demoApi, receiver, 1)
  await signInAs('support')
  await visit(page, `/deliveries?endpoint=${endpoint.id}&status=failed&q=${failed[0]?.id}`)
  const before = receiver.requests.length
  await rows(page)
    .getByRole('button', { name: /^Resend/ })
    .click()
  await demoApi.call('DELETE', `/2025-09/webhook_endpoints/${endpoint.id}`)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Resend' }).click()
  await expect(result(page)).toContainText('1 not resent')
  await expect(result(page)).toContainText('The endpoint is disabled or deleted.')
  await page.getByRole('button', { name: 'Dismiss' }).click()

  await expect(rows(page)).toContainText('(deleted)')
  await rows(page)
    .getByRole('button', { name: /^Resend/ })
    .click()
  await expect(result(page)).toContainText('The endpoint is deleted.')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  expect(receiver.requests.length).toBe(before)
})

test('a resend that fails again leaves the delivery failed, and says so', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { failed } = await makeFailed(demoApi, receiver, 1)
  receiver.setBehaviour((_, response) => void response.writeHead(503).end('busy'))
  await signInAs('support')
  await visit(page, `/deliveries/${failed[0]?.id}`)
  const news = page.locator('main > [role=status]')
  await expect(news).toHaveText('')
  await page.locator('main > header').getByRole('button', { name: 'Resend' }).press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(news).toHaveText('Attempt 2: failed, 503')
  await expect(page.getByText('Resend by Mira Petersen')).toBeVisible()
  await expect(page.locator('main > header').getByText('Failed')).toBeVisible()
  await expect(page.locator('main > header').getByRole('button', { name: 'Resend' })).toBeEnabled()
  await expect(page.getByText('(503)')).toBeVisible()
})
