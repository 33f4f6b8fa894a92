import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { fromPublicId } from '@/lib/ids'
import type { Receiver } from '@/lib/testing/fake-receiver'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/dashboard'
import { hydrated } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import type { Delivery } from './fixtures/shapes'

type Behaviour = Parameters<Receiver['setBehaviour']>[0]

/** Sends an event to a new endpoint at `url`, without retries unless told, and waits for what comes of it. */
async function deliver(
  api: Api,
  url: string,
  status: Delivery['status'],
  input: Record<string, unknown> = {},
  object: Record<string, unknown> = { id: 'JRN-1', total: 12.5 },
): Promise<Delivery> {
  const endpoint = await api.createEndpoint({ url, retry_policy: 'none', ...input })
  const event = await api.sendEvent('order.shipped', object)
  const find = async () =>
    (await api.listDeliveries({ endpoint_id: endpoint.id })).find(({ event_id }) => event_id === event.id)
  await expect.poll(async () => (await find())?.status, { timeout: 20_000 }).toBe(status)
  const delivery = await find()
  if (!delivery) throw new Error('It is not in the log.')
  return delivery
}

async function visit(page: Page, { id }: Pick<Delivery, 'id'>) {
  await page.goto(`/deliveries/${id}`)
  await hydrated(page)
}

const attempts = (page: Page) => page.getByRole('region', { name: 'Attempts' }).locator('ol > li')
const answer =
  (status: number, body: string, type = 'application/json'): Behaviour =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type, 'x-request-id': 'receiver-7' })
    response.end(body)
  }

test('what failed says why, what to do, and what was sent and came back', async ({
  page,
  context,
  shopbell,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: shopbell.url })
  const receiver = await startReceiver()
  receiver.setBehaviour(answer(500, '{"error":"out of paper","id":9007199254740993}'))
  const delivery = await deliver(demoApi, receiver.url, 'failed')
  await signInAs('support')
  await visit(page, delivery)

  await expect(page.getByRole('heading', { level: 1, name: 'order.shipped' })).toBeVisible()
  await expect(page.getByText('The receiver reports an error of its own (500)')).toBeVisible()
  await expect(page.getByText('Next step:')).toBeVisible()
  const copied = async (button: string) => {
    await page.getByRole('button', { name: button }).first().click()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  expect(await copied('Copy note for the integrator')).toContain(delivery.id)
  expect(await copied('Copy delivery ID')).toBe(delivery.id)
  expect(await copied('Copy event ID')).toBe(delivery.event_id)

  await expect(attempts(page)).toHaveCount(1)
  await expect(attempts(page)).toContainText('Automatic')
  await expect(attempts(page)).toContainText('The receiver answered HTTP 500 Internal Server Error.')
  const response = page.getByRole('group', { name: 'Form of the response body' })
  // Numbers that no double holds stay as they came.
  await expect(attempts(page)).toContainText('"id": 9007199254740993')
  await response.getByRole('button', { name: 'Raw' }).click()
  await expect(attempts(page)).toContainText('{"error":"out of paper","id":9007199254740993}')
  expect(await copied('Copy response body')).toBe('{"error":"out of paper","id":9007199254740993}')

  const sent = receiver.requests.at(-1)?.rawBody.toString()
  expect(await copied('Copy request body')).toBe(sent)
  const curl = await copied('Copy as cURL')
  expect(curl).toContain(`--request POST '${receiver.url}'`)
  expect(curl).toContain(`--data-binary '${sent}'`)
  await expect(page.getByText('a receiver that checks the time refuses them')).toBeVisible()

  await page
    .getByText(/^Headers \(/)
    .first()
    .click()
  await expect(page.getByRole('table', { name: 'Response headers of attempt 1' })).toContainText('receiver-7')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download request body' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`${delivery.id}-1-request.txt`)
  expect(await readFile(await download.path(), 'utf8')).toBe(sent)
})

test('a body is only ever text', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const hostile =
    '<img src=x onerror="document.title=\'broken in\'"><script>document.title="broken in"</script>'
  receiver.setBehaviour(answer(500, hostile, 'text/html'))
  const delivery = await deliver(
    demoApi,
    receiver.url,
    'failed',
    { name: '<b>Bold & “quoted”</b>' },
    { note: hostile },
  )
  await signInAs('support')
  await visit(page, delivery)
  await expect(attempts(page).getByText(hostile, { exact: true })).toBeVisible()
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await expect(page).toHaveTitle('order.shipped to <b>Bold & “quoted”</b> · Delivery · Shopbell')
  await expect(page.locator('main').getByText('To <b>Bold & “quoted”</b>')).toBeVisible()
})

test('a long answer says how much of it is kept', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  receiver.setBehaviour(answer(500, 'x'.repeat(40_000), 'text/plain'))
  const delivery = await deliver(demoApi, receiver.url, 'failed')
  await signInAs('support')
  await visit(page, delivery)
  await expect(page.getByText('Showing the first 16 KiB')).toBeVisible()
})

test('TLS, time and address: each failure in its own words', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  test.setTimeout(120_000)
  await signInAs('support')
  const untrusted = await startReceiver({ certificate: 'selfSigned' })
  const tls = await deliver(demoApi, untrusted.url.replace('127.0.0.1', 'localhost'), 'failed')
  await visit(page, tls)
  await expect(page.getByText('No trusted TLS connection')).toBeVisible()
  await expect(attempts(page)).toContainText('TLS error')
  await expect(page.getByText('nothing of this went out')).toBeVisible()
  await expect(page.getByText('No response came back.')).toBeVisible()
  await inEveryLook(page, async () => expectAccessible(page))

  const silent = await startReceiver()
  silent.setBehaviour(() => {})
  const timeout = await deliver(demoApi, silent.url, 'failed', { timeout_seconds: 1 })
  await visit(page, timeout)
  await expect(page.getByText('No answer in time')).toBeVisible()
  await expect(attempts(page)).toContainText('No answer within 1 s.')
  await expectAccessible(page)

  await silent.stop()
  const refused = await deliver(demoApi, silent.url, 'failed')
  await visit(page, refused)
  await expect(page.getByText('The connection was refused')).toBeVisible()
})

test('it follows a delivery until it is final, and rests then', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  await signInAs('support')
  const receiver = await startReceiver()
  receiver.setBehaviour(answer(503, 'busy'))
  const delivery = await deliver(demoApi, receiver.url, 'retrying', { retry_policy: 'standard' })
  await visit(page, delivery)
  const header = page.getByRole('banner').or(page.locator('main > header'))
  await expect(header.getByText('Retrying')).toBeVisible()
  await expect(page.getByText('Next attempt')).toBeVisible()
  receiver.setBehaviour(answer(200, 'ok'))
  await expect(header.getByText('Delivered')).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText('Next attempt')).toHaveCount(0)
  await expect(attempts(page).first()).toContainText('Retry')
  const { attempts: made } = await demoApi.getDelivery(delivery.id)
  await expect(attempts(page)).toHaveCount(made.length)

  await page.clock.install()
  await visit(page, delivery)
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/screens/deliveries/')) asked++
  })
  await page.clock.runFor(120_000)
  expect(asked).toBe(0)
})

test('an earlier attempt opens, and names who asked for it', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  await signInAs('support')
  const receiver = await startReceiver()
  receiver.setBehaviour(answer(500, 'first'))
  const delivery = await deliver(demoApi, receiver.url, 'failed')
  await demoApi.call('POST', `/2025-09/deliveries/${delivery.id}/resend`)
  await expect.poll(async () => (await demoApi.getDelivery(delivery.id)).attempts.length).toBe(2)
  await visit(page, delivery)
  await expect(attempts(page)).toHaveCount(2)
  await expect(attempts(page).nth(0)).toContainText('Resend by token journey')
  await expect(attempts(page).nth(0).getByText('Request', { exact: true })).toBeVisible()
  await expect(attempts(page).nth(1).getByText('Request', { exact: true })).toHaveCount(0)
  await attempts(page).nth(1).locator('summary').first().press('Enter')
  await expect(attempts(page).nth(1).getByText('Request', { exact: true })).toBeVisible()
  await inEveryLook(page, async () => expectAccessible(page))
})

test('the other deliveries of its event lead to one another', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  await signInAs('support')
  const receiver = await startReceiver()
  const delivery = await deliver(demoApi, receiver.url, 'delivered')
  await visit(page, delivery)
  const others = page.getByRole('region', { name: 'Other deliveries of this event' })
  await others.getByRole('link', { name: 'ERP orders' }).click()
  await expect(page.locator('main').getByText('To ERP orders')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'order.shipped' })).toBeFocused()
  await others.getByRole('link', { name: 'Journey' }).click()
  await expect(page).toHaveURL(new RegExp(delivery.id))
  await page.getByRole('link', { name: 'Show this event in the log' }).click()
  await expect(page.locator('[data-delivery]')).toHaveCount(2)
})

test('a payload that is kept no longer is said, and cannot be resent', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
  openDatabase,
}) => {
  const receiver = await startReceiver()
  receiver.setBehaviour(answer(500, 'no'))
  const delivery = await deliver(demoApi, receiver.url, 'failed')
  const database = await openDatabase()
  await database.query('DELETE FROM event WHERE id = $1', [fromPublicId('evt', delivery.event_id)])
  await signInAs('support')
  await visit(page, delivery)
  await expect(page.getByText('The body is gone')).toBeVisible()
  await expect(page.locator('main > header').getByRole('button', { name: 'Resend' })).toBeDisabled()
  await expect(page.getByText('so it cannot be resent')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy as cURL' })).toHaveCount(0)
  await expectAccessible(page)
})

test('an attempt whose sender was lost says that nothing is on record', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
  openDatabase,
}) => {
  const receiver = await startReceiver()
  const delivery = await deliver(demoApi, receiver.url, 'delivered')
  const database = await openDatabase()
  // As the claim of a delivery whose sender died writes it.
  await database.query(
    `UPDATE attempt SET endpoint_revision = 0, url = NULL, request_headers = NULL, response_headers = NULL,
       response_body = NULL, http_status = NULL, error = 'sender_lost', superseded = true WHERE delivery_id = $1`,
    [fromPublicId('dlv', delivery.id)],
  )
  await signInAs('support')
  await visit(page, delivery)
  await expect(page.getByText('What was sent is not on record')).toBeVisible()
  await expect(page.getByText('What came back is not known.')).toBeVisible()
  await expect(page.getByText('its outcome decided nothing')).toBeVisible()
})

test('what arrived, in every look', async ({ page, signInAs, demoApi, startReceiver }) => {
  test.setTimeout(120_000)
  const receiver = await startReceiver()
  receiver.setBehaviour(answer(200, '{"ok":true}'))
  const name = 'A name of a hundred characters without any space '.replaceAll(' ', '-').padEnd(100, 'x')
  const delivery = await deliver(demoApi, receiver.url, 'delivered', { name })
  await signInAs('support')
  await visit(page, delivery)
  await expect(page.getByText('Next step:')).toHaveCount(0)
  await inEveryLook(page, async () => expectAccessible(page))
})

test('another store’s delivery, and what is none, are not there', async ({
  page,
  signInAs,
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const foreign = await deliver(api, receiver.url, 'delivered')
  await signInAs('admin')
  for (const id of [foreign.id, 'dlv_nothing', foreign.event_id]) {
    await page.goto(`/deliveries/${id}`)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
    await expect(page).toHaveTitle('Not found · Shopbell')
    expect((await page.request.get(`/api/screens/deliveries/${id}`)).status()).toBe(404)
  }
})
