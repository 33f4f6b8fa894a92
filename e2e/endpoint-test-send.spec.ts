import type { Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { standardHeaders } from './fixtures/received'

const pageOf = (id: string) => `/settings/webhooks/${id}`
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Send test event' })

test('a test event arrives, marked and signed, its answer is shown, and no statistics know of it', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  receiver.setBehaviour((_, response) => void response.writeHead(201).end('thank you'))
  const { id, secret } = await demoApi.createEndpoint({
    name: 'Tested',
    url: receiver.url,
    event_types: ['deal.won', 'order.paid'],
  })
  await receiver.waitFor(1)
  await signInAs('operator')
  await visit(page, pageOf(id))
  await page.getByRole('button', { name: 'Send test event' }).first().click()
  const dialog = dialogOf(page)
  await expect(dialog).toContainText('It is marked as a test, is tried once and counts in no statistics.')
  await expect(dialog.getByLabel('Event type')).toHaveValue('deal.won')
  const sample: unknown = JSON.parse(await dialog.getByLabel('Sample').inputValue())
  await dialog.getByRole('button', { name: 'Send test event' }).click()
  await expect(dialog.getByText(/^Delivered: the receiver answered 201 in \d/)).toBeVisible()
  await expect(dialog.getByText('thank you')).toBeVisible()

  const [, request] = await receiver.waitFor(2)
  if (!request) throw new Error('Nothing arrived.')
  const body = request.rawBody.toString()
  expect(JSON.parse(body)).toMatchObject({ type: 'deal.won', test: true, data: { object: sample } })
  new Webhook(`whsec_${secret}`).verify(body, standardHeaders(request))

  await dialog.getByRole('button', { name: 'Send again' }).click()
  await receiver.waitFor(3)
  // The receiver has it before the log knows what it answered.
  const newestDelivery = async () => (await demoApi.listDeliveries({ endpoint_id: id }))[0]
  await expect.poll(newestDelivery).toMatchObject({ test: true, status: 'delivered', http_status: 201 })
  const newest = await newestDelivery()
  await expect(dialog.getByRole('link', { name: 'Show this delivery' })).toHaveAttribute(
    'href',
    `/deliveries/${newest?.id}`,
  )
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  // The page behind it knows at once.
  const rows = page.getByRole('table', { name: 'Latest deliveries of this endpoint' }).locator('tbody tr')
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText(/deal\.won.*TEST.*Delivered.*201/)
  expect((await demoApi.getStatistics(id)).deliveries.total).toBe(0)
})

test('what was edited is what arrives; what is no JSON says where, and is not sent', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({
    name: 'Edited',
    url: receiver.url,
    event_types: ['deal.won'],
  })
  await receiver.waitFor(1)
  await signInAs('admin')
  await visit(page, `${pageOf(id)}?test=1`)
  const dialog = dialogOf(page)
  const sample = dialog.getByLabel('Sample')
  const original = await sample.inputValue()
  const send = dialog.getByRole('button', { name: 'Send test event' })

  await sample.fill('{\n  "id": 1\n  "total": 2\n}')
  await expect(sample).toHaveAccessibleDescription(/Line 3, column 3: a comma or “}” is expected\./)
  await expect(sample).toHaveAttribute('aria-invalid', 'true')
  await send.click()
  await expect(sample).toBeFocused()
  await sample.fill('{"id": 9007199254740993}')
  await expect(
    dialog.getByText('id: Numbers beyond 2^53 lose digits in JSON: send them as strings.'),
  ).toBeVisible()
  await sample.fill('[1]')
  await expect(dialog.getByText('Use an object: its first character is “{”.')).toBeVisible()
  await sample.fill(JSON.stringify({ note: 'x'.repeat(256 * 1024) }))
  await expect(dialog.getByText(/^This is 256 KiB; the limit is 256 KiB\.$/)).toBeVisible()
  await send.click()
  await expect(sample).toBeFocused()

  await dialog.getByRole('button', { name: 'Reset sample' }).click()
  await expect(sample).toHaveValue(original)
  await sample.fill('{ "id": "edited", "note": "Grüße" }')
  await dialog.getByLabel('Event type').selectOption('order.paid')
  await expect(dialog.getByText(/This endpoint does not listen to it\.$/)).toBeVisible()
  await expect(sample).not.toHaveValue(/edited/)
  await dialog.getByLabel('Event type').selectOption('deal.won')
  await expect(sample).toHaveValue('{ "id": "edited", "note": "Grüße" }')
  await send.click()
  await expect(dialog.getByText(/^Delivered/)).toBeVisible()
  // None of what was refused has arrived in between.
  expect(receiver.requests).toHaveLength(2)
  const payload: unknown = JSON.parse(receiver.requests[1]?.rawBody.toString() ?? '')
  expect(payload).toMatchObject({ type: 'deal.won', data: { object: { id: 'edited', note: 'Grüße' } } })
})

test('a receiver that fails is explained in the dialog', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Refusing', url: receiver.url })
  await receiver.waitFor(1)
  await signInAs('operator')
  await visit(page, `${pageOf(id)}?test=1`)
  const dialog = dialogOf(page)
  receiver.setBehaviour((_, response) => void response.writeHead(401).end('{"error":"who are you"}'))
  await dialog.getByRole('button', { name: 'Send test event' }).click()
  await expect(dialog.getByText(/^Not delivered: 401 in \d/)).toBeVisible()
  await expect(dialog.getByText('who are you')).toBeVisible()
  await receiver.stop()
  await dialog.getByRole('button', { name: 'Send again' }).click()
  await expect(dialog.getByText('The connection was refused.')).toBeVisible()
  await expect(dialog.getByText('who are you')).toHaveCount(0)
})

test('a disabled endpoint gets it too, and the dialog says so', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Paused', url: receiver.url })
  await receiver.waitFor(1)
  const body = { status: 'disabled' }
  expect((await demoApi.call('PATCH', `/2025-09/webhook_endpoints/${id}`, { body })).status).toBe(200)
  await signInAs('operator')
  await visit(page, `${pageOf(id)}?test=1`)
  const dialog = dialogOf(page)
  await expect(dialog.getByText('This endpoint is disabled')).toBeVisible()
  await dialog.getByRole('button', { name: 'Send test event' }).click()
  await expect(dialog.getByText(/^Delivered/)).toBeVisible()
  expect(receiver.requests).toHaveLength(2)
})

test('a refusal is shown, and what was typed stays', async ({ page, signInAs, demoApi }) => {
  const { id } = await demoApi.createEndpoint({ name: 'Vanishing', url: 'http://127.0.0.1:1024/' })
  await signInAs('operator')
  await visit(page, `${pageOf(id)}?test=1`)
  const dialog = dialogOf(page)
  await dialog.getByLabel('Sample').fill('{"kept": true}')
  await demoApi.call('DELETE', `/2025-09/webhook_endpoints/${id}`)
  await dialog.getByRole('button', { name: 'Send test event' }).click()
  const refusal = dialog.getByRole('alert')
  await expect(refusal).toContainText('The test event was not sent')
  await expect(refusal).toContainText(/Request [0-9a-f-]{36}\./)
  await expect(dialog.getByLabel('Sample')).toHaveValue('{"kept": true}')
})

test('it is sent, looked at and closed by the keyboard alone', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Keys', url: receiver.url })
  await receiver.waitFor(1)
  await signInAs('operator')
  await visit(page, pageOf(id))
  const opener = page.getByRole('button', { name: 'Send test event' }).first()
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?test=1$/)
  const dialog = dialogOf(page)
  await dialog.getByLabel('Event type').focus()
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('Sample')).toBeFocused()
  // The text is the sample’s still, so that there is nothing to reset.
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/^Delivered/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Send again' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(pageOf(id))
  await expect(opener).toBeFocused()
})

test('the dialog looks well everywhere: fresh, with a fault, with an answer', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  test.slow()
  const receiver = await startReceiver()
  const answer = JSON.stringify({ error: 'the ledger period is closed', trace: 'x'.repeat(400) })
  receiver.setBehaviour((_, response) => void response.writeHead(500).end(answer))
  const { id } = await demoApi.createEndpoint({ name: 'n'.repeat(100), url: receiver.url })
  await signInAs('operator')
  await visit(page, `${pageOf(id)}?test=1`)
  const dialog = dialogOf(page)
  await expect(dialog.getByLabel('Sample')).toHaveValue(/^{/)
  await inEveryLook(page, () => expectAccessible(page))
  await dialog.getByRole('button', { name: 'Send test event' }).click()
  await expect(dialog.getByText(/^Not delivered: 500/)).toBeVisible()
  await dialog.getByLabel('Sample').fill('{"a": }')
  await inEveryLook(page, () => expectAccessible(page))
})
