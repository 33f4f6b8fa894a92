import { Contract } from './fixtures/contract'
import { expect, test } from './fixtures/dashboard'
import { hydrated, visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'

const LIST = '/settings/api-reference'

test('the reference in every look', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('support')
  await visit(page, LIST)
  await inEveryLook(page, () => expectAccessible(page))
  await visit(page, `${LIST}/createWebhookEndpoint`)
  await inEveryLook(page, () => expectAccessible(page))
})

test('it has every operation of the document, by its group', async ({ page, shopbell, signInAs }) => {
  const { document, operations } = await Contract.of(shopbell.url)
  await signInAs('support')
  await visit(page, '/deliveries')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'API reference' }).click()
  await expect(page).toHaveURL(LIST)
  await expect(page).toHaveTitle('API reference · Shopbell')
  const main = page.getByRole('main')
  for (const { name } of document.tags) {
    const own = operations.filter(({ operation }) => operation.tags.includes(name))
    const links = main.getByRole('region', { name, exact: true }).locator('li > a')
    await expect(links).toHaveText(own.map(({ operation }) => operation.summary))
  }
  for (const method of ['GET', 'POST']) {
    await expect(main.getByRole('link', { name: `Send what is due (${method})`, exact: true })).toHaveCount(1)
  }
  const [first] = operations
  await main.getByRole('link', { name: first?.operation.summary ?? '', exact: true }).click()
  await expect(page).toHaveURL(`${LIST}/${first?.operation.operationId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first?.operation.summary ?? '')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'API reference' }).last().click()
  await page.getByRole('link', { name: 'Download OpenAPI' }).click()
  expect((await download).suggestedFilename()).toBe('shopbell-openapi.json')
})

test('each operation has a page', async ({ page, shopbell, signInAs }) => {
  const { operations } = await Contract.of(shopbell.url)
  await signInAs('operator')
  for (const { path, operation } of operations) {
    const answer = await page.request.get(`${LIST}/${operation.operationId}`)
    expect(answer.status(), operation.operationId).toBe(200)
    const html = await answer.text()
    expect(html).toContain(`<title>${operation.summary} · API reference · Shopbell</title>`)
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain(path)
  }
  expect((await page.request.get(`${LIST}/constructor`)).status()).toBe(404)
})

test('an operation tells what the document says of its fields', async ({ page, signInAs }) => {
  await signInAs('operator')
  await page.setViewportSize({ width: 1280, height: 800 })
  await visit(page, `${LIST}/createWebhookEndpoint`)
  const body = page.getByRole('table', { name: 'Fields of the body' })
  const row = (name: string) =>
    body.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await expect(row('concurrency').getByRole('cell')).toHaveText(['integer', /1 to 64$/])
  await expect(row('name').getByRole('cell')).toHaveText(['string, required', /1 to 100 characters$/])
  const parameters = page.getByRole('table', { name: 'Parameters' })
  const key = parameters.getByRole('row', { name: /^Idempotency-Key/ })
  expect(await key.locator('code').evaluateAll(([code]) => code?.getClientRects().length)).toBe(1)
  const description = await key.getByRole('cell').last().boundingBox()
  expect(description?.width).toBeGreaterThan(220)
  await inEveryLook(page, () => expectAccessible(page))

  await page.setViewportSize({ width: 1280, height: 800 })
  await visit(page, `${LIST}/listEvents`)
  await expect(parameters.getByRole('row', { name: /^since/ })).toContainText('Date and time')
  await expect(parameters.getByRole('row', { name: /^limit/ })).toContainText('1 to 100; 20 unless given')
  await visit(page, `${LIST}/reportEvents`)
  await expect(page.getByRole('region', { name: 'Body' })).toContainText('Either type and data, or events.')
})

test('an operation is tried with a token that is kept nowhere', async ({
  page,
  context,
  signInAs,
  demoToken,
  expectComplaints,
}) => {
  expectComplaints(/status of 401/)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs('operator')
  await visit(page, `${LIST}/listDeliveries`)
  const tryIt = page.getByRole('region', { name: 'Try it' })
  const send = tryIt.getByRole('button', { name: 'Send request' })

  const token = tryIt.getByLabel('API token')
  const status = tryIt.getByRole('status').first()
  await send.click()
  await expect(token).toBeFocused()
  await expect(token).toHaveAccessibleDescription(/^Paste an API token\./)
  await expect(tryIt.getByRole('link', { name: 'Settings → API tokens' })).toHaveAttribute(
    'href',
    '/settings/api-tokens',
  )
  await token.fill('shb_wrong')
  await send.click()
  await expect(status).toHaveText(/^401 Unauthorized, [\d.]+ m?s$/)
  await tryIt.getByLabel('API token').fill(demoToken)
  await tryIt.getByLabel('limit').fill('2')
  await tryIt.getByLabel('status', { exact: true }).selectOption('delivered')
  await page.getByRole('button', { name: 'Copy curl command' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('/2025-09/deliveries?status=delivered&limit=2')
  expect(copied).not.toContain(demoToken)

  const asked = page.waitForRequest(/\/2025-09\/deliveries\?/)
  await send.click()
  expect((await asked).headers().cookie).toBeUndefined()
  // What is read out is the status, and not the whole answer.
  await expect(status).toHaveText(/^200 OK, [\d.]+ m?s$/)
  await expect(tryIt.locator('[aria-live]')).toHaveCount(0)
  await expect(tryIt.getByRole('region', { name: 'Body of the answer' })).toContainText('"deliveries"')
  await tryIt.getByText(/^Headers of the answer/).click()
  await expect(tryIt.getByText('x-request-id')).toBeVisible()
  await inDark(page)

  // From operation to operation it stays, a reload forgets it.
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').click()
  await page.getByRole('link', { name: 'Get a webhook endpoint', exact: true }).click()
  await expect(tryIt.getByLabel('API token')).toHaveValue(demoToken)
  await send.click()
  await expect(tryIt.getByText('Fill this in.')).toBeVisible()
  await expect(tryIt.getByRole('textbox', { name: /^id/ })).toBeFocused()
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  )
  expect(stored).not.toContain(demoToken)
  await page.reload()
  await hydrated(page)
  await expect(tryIt.getByLabel('API token')).toHaveValue('')
})

test('a body is written, sent and refused', async ({ page, signInAs, demoToken, expectComplaints }) => {
  expectComplaints(/status of 4\d\d/)
  await signInAs('operator')
  await visit(page, `${LIST}/reportEvents`)
  const tryIt = page.getByRole('region', { name: 'Try it' })
  const body = tryIt.getByRole('textbox', { name: 'Body' })
  await tryIt.getByLabel('API token').fill(demoToken)
  await body.fill('{"type":"order.paid",')
  await expect(tryIt.getByText(/Not JSON yet, line 1, column/)).toBeVisible()
  await expect(body).not.toHaveAttribute('aria-invalid')
  await tryIt.getByRole('button', { name: 'Send request' }).click()
  await expect(tryIt.getByText('400 Bad Request')).toBeVisible()
  await expect(body).toHaveAttribute('aria-invalid', 'true')
  await expect(body).toHaveAccessibleDescription(/^Not JSON, line 1, column/)
  await expectAccessible(page)
  await body.clear()
  await tryIt.getByRole('button', { name: 'Send request' }).click()
  await expect(body).toBeFocused()
  await expect(body).toHaveAccessibleDescription('Fill this in.')
  await body.fill('{"type":"note.updated","data":{"object":{"id":1}}}')
  await tryIt.getByRole('button', { name: 'Send request' }).click()
  await expect(tryIt.getByText('202 Accepted')).toBeVisible()
  await expect(tryIt.getByRole('region', { name: 'Body of the answer' })).toContainText('"note.updated"')
  await expectAccessible(page)
})

test('nobody reads it without a session', async ({ page }) => {
  const answer = await page.request.get(`${LIST}/getHealth`, { maxRedirects: 0 })
  expect(answer.status()).toBe(307)
})

async function inDark(page: Parameters<typeof expectAccessible>[0]): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectAccessible(page)
}
