import type { Page } from '@playwright/test'
import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/smtp-receiver'
import { test as dashboard, expect } from './fixtures/dashboard'
import { deleteJourneys, field, NEW_ENDPOINT, tick } from './fixtures/endpoint-form'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { shapes } from './fixtures/shapes'

/** With an instance that has a mail server. */
const test = dashboard.extend<object, { mailServer: SmtpReceiver }>({
  mailServer: [
    async ({ browserName: _ }, use) => {
      const mailServer = await startSmtpReceiver()
      await use(mailServer)
      await mailServer.close()
    },
    { scope: 'worker' },
  ],
  settings: [
    async ({ mailServer }, use) => use({ SMTP_URL: mailServer.url, RETRY_STANDARD: '1s,1s,2s' }),
    { scope: 'worker' },
  ],
})

const ADDRESS = 'orders@example.com'
const submit = (page: Page) => page.getByRole('button', { name: 'Create webhook endpoint' })

test.afterEach(({ demoApi }) => deleteJourneys(demoApi))

test('an e-mail address gets each event as a message', async ({ page, signInAs, demoApi, mailServer }) => {
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await page.getByRole('radio', { name: 'E-mail' }).check()
  await expect(field(page, 'URL')).toHaveCount(0)
  await field(page, 'Name').fill('Journey mail')
  await tick(page, 'order.paid')
  await expect(
    page.getByText('Standard retries · 30 s · no rate limit · 8 at once · no filter'),
  ).toBeVisible()

  const summary = page.getByRole('alert').filter({ hasText: 'The endpoint was not created' })
  await submit(page).click()
  await expect(summary.getByRole('link')).toHaveText(['E-mail address: Enter an e-mail address.'])
  await summary.getByRole('link').click()
  await expect(field(page, 'E-mail address')).toBeFocused()
  await page.keyboard.type('orders at example.com')
  await page.keyboard.press('Tab')
  await expect(field(page, 'E-mail address')).toHaveAccessibleDescription(/This is not an e-mail address/)
  await page.getByText('Advanced settings').click()
  await expect(page.getByRole('group', { name: 'Filter' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Custom headers' })).toHaveCount(0)
  await expect(page.getByText('At most 8 messages at once, as fast as they come;')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await field(page, 'E-mail address').fill(` ${ADDRESS} `)
  await submit(page).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Endpoint created' })).toBeFocused()
  await expect(page.getByText('Signing secret')).toHaveCount(0)
  await expect(page.getByText(/^Delivered: the mail server took the message in \d/)).toBeVisible()
  const [mail] = await mailServer.waitFor(1)
  expect(mail?.to).toEqual([ADDRESS])
  expect(mail?.email.attachments).toHaveLength(1)
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  const before = mailServer.mails.length
  await demoApi.sendEvent('order.paid', { id: 77, total: 5 })
  const mails = await mailServer.waitFor(before + 1)
  expect(mails.at(-1)?.to).toEqual([ADDRESS])

  await page.getByRole('link', { name: 'Open endpoint' }).click()
  await expect(page.getByText(`An e-mail address: ${ADDRESS}`)).toBeVisible()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await expect(page.getByText('Sends to an e-mail address.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'E-mail' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Signing secret' })).toHaveCount(0)
  await field(page, 'E-mail address').fill('other@example.com')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Changes saved' })).toBeVisible()
  const { endpoints } = await demoApi.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
  expect(endpoints.find(({ name }) => name === 'Journey mail')).toMatchObject({
    kind: 'email',
    email: 'other@example.com',
    url: null,
  })
})

test('what was typed for the other kind is kept, and not sent', async ({ page, signInAs, demoApi }) => {
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await field(page, 'Name').fill('Journey kinds')
  await field(page, 'URL').fill('http://10.0.0.1/')
  await page.getByRole('radio', { name: 'E-mail' }).check()
  await field(page, 'E-mail address').fill(ADDRESS)
  await page.getByRole('radio', { name: 'URL' }).check()
  await expect(field(page, 'URL')).toHaveValue('http://10.0.0.1/')
  await page.getByRole('radio', { name: 'E-mail' }).check()
  await expect(field(page, 'E-mail address')).toHaveValue(ADDRESS)
  await page.getByRole('radio', { name: /All event types, including/ }).check()
  await submit(page).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Endpoint created' })).toBeFocused()
  const { endpoints } = await demoApi.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
  expect(endpoints.find(({ name }) => name === 'Journey kinds')).toMatchObject({ email: ADDRESS, url: null })
})
