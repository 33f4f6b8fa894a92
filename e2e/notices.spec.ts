import type { Page } from '@playwright/test'
import type pg from 'pg'
import { fromPublicId, newId } from '@/lib/ids'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'

const NOTICES = '/notices'

const link = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Notices/ })
const entries = (page: Page) => page.getByRole('list', { name: 'Notices' }).getByRole('listitem')

/** Writes notices about an endpoint (a public id) that were told just now, the last one newest. */
async function tell(db: pg.Client, endpointId: string, kinds: readonly string[]): Promise<void> {
  const details = {
    name: 'Told of',
    url: 'https://erp.example/hooks',
    failingSince: '2026-11-18T13:02:00.000Z',
    disablesAt: '2026-11-23T13:02:00.000Z',
    failure: { error: 'http_error', httpStatus: 503 },
  }
  for (const kind of kinds) {
    await db.query(
      `INSERT INTO notice (id, store_id, endpoint_id, kind, details)
       SELECT $1, store_id, id, $3, $4 FROM endpoint WHERE id = $2`,
      [newId(), fromPublicId('we', endpointId), kind, details],
    )
  }
}

test('tells what became of endpoints, the newest first, in every look', async ({ page, signInAs }) => {
  await signInAs('admin')
  await visit(page, NOTICES)
  await expect(page).toHaveTitle('Notices · Shopbell')
  const ofHistory = entries(page).filter({ hasText: /“(CRM contacts|Gate access)”/ })
  await expect(ofHistory.filter({ hasText: 'works again' })).toContainText(
    /A delivery succeeded\. It had failed since \d+ \w+ \d\d:\d\d\./,
  )
  await expect(ofHistory.filter({ hasText: 'CRM contacts” keeps failing' })).toContainText(
    /Every attempt since .* failed: no trusted TLS connection\. Unless a delivery succeeds, the first failed attempt after \d+ \w+ \d\d:\d\d disables it\./,
  )
  await expect(ofHistory.filter({ hasText: 'was disabled: it answered 410 Gone' })).toBeVisible()
  await expect(page.getByText('E-mail is not set up on this server')).toBeVisible()
  const times = await entries(page)
    .locator('time')
    .evaluateAll((found) =>
      found.map((time) =>
        time.parentElement?.closest('p.text-faded') ? time.getAttribute('datetime') : null,
      ),
    )
  const told = times.filter((time) => time !== null)
  expect(told).toEqual(told.toSorted().toReversed())
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await ofHistory.getByRole('link', { name: '“Gate access” was disabled' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gate access')
})

test('what is new to a person is counted until they open it, each for themselves', async ({
  page,
  context,
  signInAs,
  createPerson,
  demoApi,
  openDatabase,
}) => {
  const person = await createPerson('support')
  const other = await createPerson('operator')
  await signInAs(person)
  await visit(page, '/event-types')
  // What was told before they came is not news to them.
  await expect(link(page)).toHaveText('Notices')
  const { id } = await demoApi.createEndpoint({ name: 'Told of', url: 'http://127.0.0.1:1024/' })
  await tell(await openDatabase(), id, ['failing_50', 'failing_90'])
  await page.reload()
  await expect(link(page)).toHaveText('Notices2 new')
  await page.setViewportSize({ width: 375, height: 800 })
  await expect(page.getByRole('button', { name: 'Menu 2 new' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 800 })

  await link(page).click()
  await expect(entries(page).filter({ hasText: 'New' })).toHaveText([
    /^“Told of” will soon be disabled/,
    /^“Told of” keeps failing/,
  ])
  await expect(link(page)).toHaveText('Notices')
  await inEveryLook(page, () => expectAccessible(page))
  await page.reload()
  await expect(entries(page).first()).toContainText('Told of')
  await expect(page.getByText('New', { exact: true })).toHaveCount(0)

  await context.clearCookies()
  await signInAs(other)
  await page.setViewportSize({ width: 1280, height: 800 })
  await visit(page, '/event-types')
  await expect(link(page)).toHaveText('Notices2 new')
})

test('what is told of a deleted endpoint stays, and leads nowhere', async ({
  page,
  signInAs,
  demoApi,
  openDatabase,
}) => {
  const { id } = await demoApi.createEndpoint({ name: 'Told of', url: 'http://127.0.0.1:1024/' })
  await tell(await openDatabase(), id, ['disabled_failing'])
  await demoApi.call('DELETE', `/2025-09/webhook_endpoints/${id}`)
  await signInAs('operator')
  await visit(page, NOTICES)
  const entry = entries(page).filter({ hasText: 'was disabled: it kept failing (deleted since)' })
  await expect(entry).toHaveCount(1)
  await expect(entry.getByRole('link')).toHaveCount(0)
})

test('older notices are a page away, and in the address', async ({
  page,
  stores,
  otherApi,
  signInAs,
  createPerson,
  openDatabase,
}) => {
  expect(stores.otherToken).not.toBe('')
  const { id } = await otherApi.createEndpoint({ name: 'Told of', url: 'http://127.0.0.1:1024/' })
  await tell(await openDatabase(), id, ['failing_50', ...Array<string>(25).fill('failing_90')])
  await signInAs(await createPerson('operator', 'other'))
  await visit(page, NOTICES)
  await expect(entries(page)).toHaveCount(25)
  await page.getByRole('link', { name: 'Older notices' }).click()
  await expect(page).toHaveURL(/\/notices\?before=[0-9a-f-]{36}$/)
  await expect(entries(page)).toHaveText([/^“Told of” keeps failing/])
  await expect(page.getByRole('link', { name: 'Older notices' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Newest notices' }).click()
  await expect(entries(page)).toHaveCount(25)
  // An address that somebody made up shows the newest.
  await visit(page, `${NOTICES}?before=yesterday`)
  await expect(entries(page)).toHaveCount(25)
})

test('a store without notices is good news', async ({ page, signInToEmptyStore }) => {
  await signInToEmptyStore()
  await visit(page, NOTICES)
  await expect(page.getByRole('heading', { name: 'No notices' })).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
})

test('an endpoint that failed for five days is disabled, told of, and begins anew when enabled', async ({
  page,
  signInAs,
  demoApi,
  openDatabase,
  startReceiver,
}) => {
  test.setTimeout(120_000)
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ name: 'Dead', url: receiver.url })
  await receiver.waitFor(1)
  receiver.setBehaviour((_, response) => void response.writeHead(503, { 'retry-after': '3600' }).end())
  await demoApi.sendEvents('order.shipped', 2)
  await expect
    .poll(async () => (await demoApi.listDeliveries({ endpoint_id: id, status: 'retrying' })).length)
    .toBe(2)
  const db = await openDatabase()
  await db.query(
    `UPDATE endpoint_health SET failing_since = last_failure_at - interval '5 days' WHERE endpoint_id = $1`,
    [fromPublicId('we', id)],
  )
  await signInAs('operator')
  await visit(page, `/settings/webhooks/${id}`)
  // The page follows by itself.
  await expect(page.getByText('Disabled automatically: kept failing')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/^Every attempt since \d+ \w+ \d\d:\d\d had failed\./)).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  const cancelled = await demoApi.listDeliveries({ endpoint_id: id, status: 'cancelled' })
  expect(cancelled.map(({ error }) => error)).toEqual(['endpoint_disabled', 'endpoint_disabled'])
  const answer = await demoApi.call('GET', `/2025-09/webhook_endpoints/${id}`)
  expect(answer.json).toMatchObject({ endpoint: { disabled_reason: 'failing', disables_at: null } })

  await visit(page, NOTICES)
  await expect(entries(page).filter({ hasText: '“Dead”' })).toHaveText([
    /“Dead” was disabled: it kept failing.*the receiver is not available \(503\)/,
  ])
  await page.getByRole('link', { name: '“Dead” was disabled' }).click()
  await page
    .getByText(/^Disabled automatically on/)
    .locator('../../..')
    .getByRole('button', { name: 'Enable' })
    .click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Enable' }).click()
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
})
