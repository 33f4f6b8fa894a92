import type { Client } from 'pg'
import { expect, test } from './fixtures/dashboard'
import { deleteJourneys, field, NEW_ENDPOINT } from './fixtures/endpoint-form'
import { hydrated, visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'

test.afterEach(({ demoApi }) => deleteJourneys(demoApi))

test('a payload format is chosen by what it looks like, and what was sent in it is explained', async ({
  page,
  signInAs,
  startReceiver,
  openDatabase,
}) => {
  const receiver = await startReceiver()
  receiver.setBehaviour((_, response) => void response.writeHead(404).end('no_service'))
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await field(page, 'Name').fill('Journey channel')
  await field(page, 'URL').fill(receiver.url)

  const format = page.getByRole('combobox', { name: 'Payload format' })
  await expect(format).toHaveValue('2025-09')
  await page.getByText('Preview of what is sent').click()
  const preview = page.getByRole('region', { name: 'Preview of what is sent' })
  await expect(preview).toContainText('"api_version": "2025-09"')
  await format.selectOption('CloudEvents 1.0')
  await expect(preview).toContainText('"specversion": "1.0"')
  await expect(preview).toContainText(await sourceOf(openDatabase))
  await format.selectOption('Slack message')
  await expect(page.getByText('For the URL of an incoming webhook of Slack', { exact: false })).toBeVisible()
  await expect(preview).toContainText('New order *NG-10482* from Maya Thornton: 75.01 GBP')
  const sample = page.getByRole('combobox', { name: 'Sample of' })
  await sample.selectOption('stock.low')
  await expect(preview).toContainText('is low at Leeds shop floor: 19 left')
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  // Samples are those of what is ticked.
  await page.getByRole('searchbox', { name: 'Search event types' }).fill('order.paid')
  await page.getByRole('checkbox', { name: /^order\.paid/ }).check()
  await expect(sample).toHaveValue('order.paid')
  await expect(preview).toContainText('was paid: 75.01 GBP')

  await page.getByRole('button', { name: 'Create webhook endpoint' }).click()
  await expect(page.getByText('Slack does not know this webhook (404)')).toBeVisible()
  await expect(page.getByText('Look into the channel for the test message.')).toBeVisible()
  // Slack checks no signature, so what is for that is folded away.
  const secret = page.getByRole('region', { name: 'Signing secret' })
  await expect(secret).toBeHidden()
  await page.getByText('Signing secret, and code to check signatures').click()
  await expect(secret).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  const [request] = await receiver.waitFor(1)
  expect(JSON.parse(`${request?.rawBody}`).text).toContain('*[Test]* Order *NG-10482* for Maya Thornton')
  await page.getByRole('link', { name: 'Open endpoint' }).click()
  await expect(page.getByText('Slack message', { exact: true })).toBeVisible()

  await page.goto(`/deliveries/${request?.headers['shopbell-delivery']}`)
  await hydrated(page)
  await expect(page.getByText('Slack message', { exact: true })).toBeVisible()
  await expect(page.getByText('"unfurl_links": false')).toHaveCount(1)
})

test('the page of an event type shows its sample in each payload format', async ({
  page,
  signInAs,
  openDatabase,
}) => {
  await signInAs('support')
  await visit(page, '/event-types/order.paid')
  const sample = page.getByRole('region', { name: 'Sample payload' })
  const format = page.getByRole('combobox', { name: 'Payload format' })
  await expect(sample.first()).toContainText('application/json, format 2025-09')
  await format.selectOption('CloudEvents 1.0')
  await expect(sample.first()).toContainText('application/cloudevents+json')
  await expect(sample.first()).toContainText('"subject": "10482"')
  await expect(sample.first()).toContainText(await sourceOf(openDatabase))
  await inEveryLook(page, () => expectAccessible(page))
})

/** What CloudEvents of the demo store say where they come from. */
async function sourceOf(openDatabase: () => Promise<Client>): Promise<string> {
  const database = await openDatabase()
  const { rows } = await database.query<{ id: string }>("SELECT id FROM store WHERE slug = 'demo'")
  return `urn:shopbell:store:${rows[0]?.id}`
}
