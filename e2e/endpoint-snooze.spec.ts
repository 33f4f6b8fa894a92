import type { Page } from '@playwright/test'
import { fromPublicId } from '@/lib/ids'
import type { Receiver } from '@/lib/testing/fake-receiver'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { shapes } from './fixtures/shapes'

const HOUR = 3_600_000
const LIST = '/settings/webhooks'
const pageOf = (id: string) => `${LIST}/${id}`
const snooze = (page: Page) => page.getByRole('button', { name: 'Snooze 24 h' })

/** An endpoint whose first delivery has failed, and waits for an hour. */
async function makeFailing(api: Api, receiver: Receiver, name: string): Promise<string> {
  const { id } = await api.createEndpoint({ name, url: receiver.url })
  await receiver.waitFor(1)
  receiver.setBehaviour((_, response) => void response.writeHead(503, { 'retry-after': '3600' }).end())
  await api.sendEvent('order.shipped', { id: 1 })
  await expect
    .poll(async () => (await api.listDeliveries({ endpoint_id: id, status: 'retrying' })).length)
    .toBe(1)
  return id
}

async function disablesAt(api: Api, id: string): Promise<number> {
  const { endpoint } = await api.expect(200, shapes.endpoint, 'GET', `/2025-09/webhook_endpoints/${id}`)
  return Date.parse(endpoint.disables_at ?? '')
}

test('a failing endpoint says when it will be disabled, and can be snoozed again and again', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const id = await makeFailing(demoApi, await startReceiver(), 'Tired')
  const end = await disablesAt(demoApi, id)
  expect(Math.abs(end - Date.now() - 120 * HOUR)).toBeLessThan(60_000)

  await signInAs('operator')
  await visit(page, pageOf(id))
  await expect(
    page.getByText(/^Will be disabled \d+ \w+ \d\d:\d\d \(in [45] d\) unless it succeeds\.$/),
  ).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await snooze(page).click()
  await expect(
    page.getByText(/^Snoozed until \d+ \w+ \d\d:\d\d \(in [56] d\), then disabled unless it succeeds\.$/),
  ).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '“Tired” is snoozed until' })).toHaveCount(1)
  await expect(snooze(page)).toBeFocused()
  await expect.poll(async () => (await disablesAt(demoApi, id)) - end).toBe(24 * HOUR)

  await visit(page, LIST)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Tired' }) })
  await expect(row).toContainText(/Snoozed until .* \(in [56] d\), then disabled unless it succeeds/)
  await row.getByRole('button', { name: 'Snooze 24 h' }).click()
  await expect(row).toContainText(/\(in [67] d\)/)
  await expect(row.getByRole('button', { name: 'Snooze 24 h' })).toBeFocused()
  await expect.poll(async () => (await disablesAt(demoApi, id)) - end).toBe(48 * HOUR)
  await inEveryLook(page, () => expectAccessible(page))
})

test('support sees the countdown, and cannot put it off', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const id = await makeFailing(demoApi, await startReceiver(), 'Watched')
  await signInAs('support')
  await visit(page, pageOf(id))
  await expect(page.getByText(/^Will be disabled/)).toBeVisible()
  await expect(snooze(page)).toHaveCount(0)
  await visit(page, LIST)
  await expect(page.getByRole('row').filter({ hasText: 'Watched' })).toContainText('Will be disabled')
  await expect(snooze(page)).toHaveCount(0)
})

test('a time that is over, and a pause, are said as they are', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
  openDatabase,
}) => {
  const id = await makeFailing(demoApi, await startReceiver(), 'Overdue')
  const db = await openDatabase()
  // Nothing was sent since.
  await db.query(
    `UPDATE endpoint_health SET failing_since = now() - interval '6 days', last_failure_at = now() - interval '6 days',
       paused_until = now() + interval '1 hour' WHERE endpoint_id = $1`,
    [fromPublicId('we', id)],
  )
  await signInAs('operator')
  await visit(page, pageOf(id))
  await expect(page.getByText('Will be disabled at its next failed attempt.')).toBeVisible()
  await expect(
    page.getByText(/^Paused until \d+ \w+ \d\d:\d\d:\d\d after repeated failures\.$/),
  ).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await visit(page, LIST)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Overdue' }) })
  await expect(row).toContainText('Will be disabled at its next failed attempt')
  await expect(row).toContainText(/Paused until \d+ \w+ \d\d:\d\d:\d\d after repeated failures/)
})

test('a snooze that comes too late says so', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const id = await makeFailing(demoApi, receiver, 'Mended')
  await signInAs('operator')
  // The overview would follow what happens; the settings stay as they were opened.
  await visit(page, `${pageOf(id)}/settings`)
  await expect(snooze(page)).toBeVisible()
  receiver.setBehaviour((_, response) => void response.end('ok'))
  // Past the pause that the receiver asked for.
  const [waiting] = await demoApi.listDeliveries({ endpoint_id: id, status: 'retrying' })
  await demoApi.call('POST', `/2025-09/deliveries/${waiting?.id}/resend`)
  await expect.poll(() => disablesAt(demoApi, id)).toBeNaN()
  await snooze(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /The endpoint no longer fails.* Request [0-9a-f-]{36}\./,
  )
  await expectAccessible(page)
})
