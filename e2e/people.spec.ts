import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures/dashboard'
import { hydrated } from './fixtures/hydrated'
import type { Person } from './fixtures/people'
import { withoutTests } from './fixtures/received'

/** A person at a browser who counts what they have to do. */
class Hands {
  interactions = 0

  async click(target: Locator): Promise<void> {
    this.interactions++
    await target.click()
  }

  async type(target: Locator, text: string): Promise<void> {
    this.interactions++
    await target.fill(text)
  }
}

async function signIn(page: Page, { email, password }: Person): Promise<Hands> {
  await page.context().clearCookies()
  await page.goto('/')
  await hydrated(page)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible()
  await hydrated(page)
  return new Hands()
}

test('an operator, a support agent and an admin do their work, each in few steps', async ({
  page,
  shopbell,
  createPerson,
  startReceiver,
}) => {
  test.setTimeout(120_000)
  await shopbell.npmRun('store:create', '--name', 'Corner Shop', '--slug', 'corner')
  const operator = await createPerson('operator', 'corner')
  const support = await createPerson('support', 'corner')
  const admin = await createPerson('admin', 'corner')
  const token = (await shopbell.npmRun('token:create', '--store', 'corner', '--name', 'shop')).trim()
  const receiver = await startReceiver()

  // The operator sets up an endpoint and sees its first event arrive.
  const hands = await signIn(page, operator)
  await hands.click(page.getByRole('link', { name: 'Create webhook endpoint' }).first())
  await hands.type(page.getByRole('textbox', { name: 'Name' }), 'Till')
  await hands.type(page.getByRole('textbox', { name: 'URL' }), receiver.url)
  await hands.type(page.getByRole('searchbox', { name: 'Search event types' }), 'order.paid')
  await hands.click(page.getByRole('checkbox', { name: /^order\.paid/ }))
  await hands.click(page.getByRole('button', { name: 'Create webhook endpoint' }))
  await expect(page.getByText(/Delivered: the receiver answered 200/)).toBeVisible()
  expect(hands.interactions).toBeLessThanOrEqual(6)
  expect(receiver.requests).toHaveLength(1)

  // The receiver breaks: an order is paid, and the shop's till never hears of it.
  receiver.setBehaviour((_, response) => void response.writeHead(410).end('moved out'))
  const accepted = await fetch(`${shopbell.url}/2025-09/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'order.paid', data: { object: { id: 1042, status: 'paid' } } }),
  })
  expect(accepted.status).toBe(202)

  // The operator learns that 410 disabled the endpoint, and enables it once the receiver is mended.
  await page.goto('/settings/webhooks')
  const banner = page.getByText('“Till” was disabled automatically')
  await expect(async () => {
    await page.reload()
    await expect(banner).toBeVisible({ timeout: 500 })
  }).toPass()
  receiver.setBehaviour((_, response) => void response.end('thank you'))
  await hydrated(page)
  await page.getByRole('button', { name: 'Enable Till' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Enable' }).click()
  await expect(banner).toBeHidden()

  // Support finds what failed, sees why, and sends it again.
  const helping = await signIn(page, support)
  await helping.click(page.getByRole('link', { name: 'Deliveries' }))
  await helping.click(page.getByRole('link', { name: 'Failed', exact: true }))
  const failed = page.locator('[data-delivery]').filter({ hasText: '410' })
  await expect(failed).toHaveCount(1)
  // What it shows will change: it is known by its address.
  const address = await failed.getByRole('link').first().getAttribute('href')
  const row = page.locator('[data-delivery]').filter({ has: page.locator(`a[href="${address}"]`) })
  expect(helping.interactions).toBeLessThanOrEqual(2)
  await helping.click(row.getByRole('button', { name: /^Resend order\.paid/ }))
  await helping.click(page.getByRole('alertdialog').getByRole('button', { name: 'Resend' }))
  await expect(row.getByText('Delivered', { exact: true })).toBeVisible()
  expect(helping.interactions).toBeLessThanOrEqual(4)
  const [, resent] = withoutTests(receiver.requests)
  expect(JSON.parse(resent?.rawBody.toString() ?? '')).toMatchObject({ data: { object: { id: 1042 } } })

  // The admin reads what came of the month.
  const reading = await signIn(page, admin)
  await reading.click(page.getByRole('link', { name: 'Statistics' }))
  await expect(page.getByText('Recovered by resend')).toBeVisible()
  await expect(page.getByRole('link', { name: /410/ }).first()).toBeVisible()
  expect(reading.interactions).toBe(1)
})
