import type { Page } from '@playwright/test'
import type { Receiver } from '@/lib/testing/fake-receiver'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'

const selectPage = (page: Page) => page.getByRole('checkbox', { name: 'Select all deliveries on this page' })
const bar = (page: Page) => page.getByRole('region', { name: 'Selected deliveries' })
/** The first card is the progress. */
const counted = (page: Page, label: string) =>
  page
    .locator('main dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .first()
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

/** An endpoint whose deliveries have failed; its receiver stays unwell. */
async function makeFailed(api: Api, receiver: Receiver, count: number, name: string) {
  // Of 500s the circuit breaker would hold most back.
  receiver.setBehaviour((_, response) => void response.writeHead(404).end('no'))
  const endpoint = await api.createEndpoint({
    url: receiver.url,
    retry_policy: 'none',
    name,
    event_types: ['session.created'],
  })
  await api.sendEvents('session.created', count)
  const failed = async () =>
    (await api.listDeliveries({ endpoint_id: endpoint.id, status: 'failed' })).filter((each) => !each.test)
  await expect.poll(async () => (await failed()).length).toBe(count)
  return endpoint
}

async function setStatus(api: Api, id: string, status: 'enabled' | 'disabled') {
  await api.expect(200, shapes.endpoint, 'PATCH', `/2025-09/webhook_endpoints/${id}`, { body: { status } })
}

test('all that match are resent by a job, whose page says how far it is; what failed again is found from it', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  // Three screens in every look.
  test.slow()
  const { id } = await makeFailed(demoApi, receiver, 60, 'Bulk')
  const before = withoutTests(receiver.requests).length
  receiver.setBehaviour((request, response) => {
    const { number } = JSON.parse(request.rawBody.toString()).data.object
    response.writeHead(number === 7 ? 500 : 200).end()
  })
  await signInAs('support')
  await visit(page, `/deliveries?status=failed&endpoint=${id}&type=session.created`)
  await selectPage(page).check()
  await expect(bar(page)).toContainText('50 selected')
  await bar(page).getByRole('button', { name: 'Select all 61 matching' }).click()
  await expect(bar(page)).toContainText('All 61 matching selected')
  await expect(said(page, 'All that match selected')).toHaveCount(1)
  await bar(page).getByRole('button', { name: 'Resend all matching' }).click()

  const dialog = page.getByRole('alertdialog', { name: 'Resend 60 deliveries?' })
  await expect(dialog).toContainText('Receivers may see the same event ID twice.')
  await expect(dialog.getByRole('list', { name: 'By endpoint' }).getByRole('listitem')).toHaveText([
    /^Bulk\s*60$/,
  ])
  await expect(dialog.getByRole('list', { name: 'Left out' }).getByRole('listitem')).toHaveText([
    'Test events. (1)',
  ])
  await expect(dialog).toContainText('less than a minute')
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  const rate = dialog.getByLabel('Deliveries per second')
  await rate.fill('0')
  await expect(dialog.getByRole('button', { name: 'Resend 60' })).toBeDisabled()
  await rate.fill('200')
  await dialog.getByRole('button', { name: 'Resend 60' }).click()

  await expect(page).toHaveURL(/\/deliveries\/resends\/rs_/)
  await expect(page.getByRole('heading', { level: 1, name: 'Bulk resend' })).toBeFocused()
  await expect(page.locator('main > header').getByText('Completed')).toBeVisible({ timeout: 30_000 })
  await expect(said(page, 'Bulk resend: Completed, 60 of 60 finished')).toHaveCount(1)
  await expect(page.getByRole('progressbar', { name: 'Bulk resend' })).toHaveAttribute('aria-valuenow', '60')
  await expect(counted(page, 'Succeeded')).toContainText('59')
  await expect(counted(page, 'Failed')).toContainText('1')
  await expect(counted(page, 'Waiting')).toContainText('0')
  await expect(page.getByText('by Mira Petersen')).toBeVisible()
  expect(withoutTests(receiver.requests)).toHaveLength(before + 60)
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.getByRole('link', { name: 'Show the one that failed' }).click()
  await expect(page.getByRole('link', { name: 'Remove filter Of one bulk resend' })).toBeVisible()
  await expect(page.locator('[data-delivery]')).toHaveCount(1)
  await page.locator('[data-delivery]').getByRole('link').first().click()
  await expect(page.getByText('Bulk resend by Mira Petersen')).toBeVisible()
  await page.getByRole('link', { name: 'A bulk resend' }).click()
  await expect(page).toHaveURL(/\/deliveries\/resends\/rs_/)
  await page.getByRole('link', { name: 'Bulk resends' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bulk resends' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Mira Petersen' }).first()).toContainText('Completed')
  await inEveryLook(page, () => expectAccessible(page))
})

test('a job of selected rows goes on when its page is left, and is cancelled there', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await makeFailed(demoApi, receiver, 30, 'Slow bulk')
  receiver.setBehaviour((_, response) => void response.end('ok'))
  await signInAs('operator')
  await visit(page, `/deliveries?status=failed&endpoint=${id}`)
  await selectPage(page).check()
  await expect(bar(page)).toContainText('31 selected')
  await expect(bar(page).getByRole('button', { name: /matching/ })).toHaveCount(0)
  await bar(page).getByRole('button', { name: 'Resend selected' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Resend 30 deliveries?' })
  await dialog.getByLabel('Deliveries per second').fill('1')
  await dialog.getByRole('button', { name: 'Resend 30' }).click()
  await expect(page.locator('main > header').getByText('Running')).toBeVisible()
  await expect(page.getByText('You can leave this page: it goes on.')).toBeVisible()
  const job = page.url()

  await page.getByRole('link', { name: 'Statistics' }).click()
  await expect(page).toHaveURL(/\/statistics/)
  const at = withoutTests(receiver.requests).length
  await expect.poll(() => withoutTests(receiver.requests).length).toBeGreaterThan(at)
  await visit(page, new URL(job).pathname)
  await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', '0')
  await page.getByRole('button', { name: 'Cancel bulk resend' }).click()
  const question = page.getByRole('alertdialog', { name: 'Cancel this bulk resend?' })
  await expect(question.getByRole('button', { name: 'Keep it running' })).toBeFocused()
  await expect(question).toContainText('Those deliveries stay as they were.')
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Cancel bulk resend' }).click()
  await expect(page.locator('main > header').getByText('Cancelled')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel bulk resend' })).toHaveCount(0)
  const failed = await demoApi.listDeliveries({ endpoint_id: id, status: 'failed' })
  expect(failed.length).toBeGreaterThan(15)
})

test('a job to an endpoint that is paused says so before and after it starts, and keeps count of what it never queued', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  // Four screens in every look.
  test.slow()
  const { id } = await makeFailed(demoApi, receiver, 12, 'Resting')
  receiver.setBehaviour((_, response) => void response.writeHead(503, { 'retry-after': '300' }).end('later'))
  await demoApi.sendEvents('session.created', 1)
  const listed = (status: 'failed' | 'pending') => demoApi.listDeliveries({ endpoint_id: id, status })
  await expect.poll(async () => (await listed('failed')).length).toBe(14)
  await demoApi.sendEvents('session.created', 2)
  await expect.poll(async () => (await listed('pending')).length).toBe(2)
  await signInAs('operator')

  await visit(page, `/deliveries?status=pending&endpoint=${id}`)
  await expect(page.getByRole('cell', { name: 'endpoint paused' })).toHaveCount(2)
  await expect(page.getByText('due now')).toHaveCount(0)
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.locator('[data-delivery]').first().getByRole('link').first().click()
  await expect(
    page.getByText('Nothing has been sent yet: the endpoint is paused after failures.'),
  ).toBeVisible()
  const next = counted(page, 'Next attempt')
  await expect(next).toContainText(/Waits: endpoint paused until \d+ \w+ \d\d:\d\d:\d\d after failures/)
  await expect(next.getByRole('link', { name: 'endpoint' })).toHaveAttribute(
    'href',
    `/settings/webhooks/${id}`,
  )
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  await visit(page, `/deliveries?status=failed&endpoint=${id}`)
  await selectPage(page).check()
  await bar(page).getByRole('button', { name: 'Resend selected' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Resend 13 deliveries?' })
  await expect(dialog).toContainText(
    /Resting is paused until \d+ \w+ \d\d:\d\d:\d\d after failures: its deliveries wait until then\./,
  )
  await expect(dialog).not.toContainText('less than a minute')
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await dialog.getByRole('button', { name: 'Resend 13' }).click()

  const reason = page.getByRole('list', { name: 'What holds it up' }).getByRole('listitem')
  await expect(reason).toHaveText(
    /^Resting is paused until \d+ \w+ \d\d:\d\d:\d\d after failures, and 2 deliveries wait before these\.$/,
  )
  await expect(reason.getByRole('link', { name: 'Resting' })).toHaveAttribute(
    'href',
    `/settings/webhooks/${id}`,
  )
  await expect(counted(page, 'Waiting')).toContainText('13')
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  const cancel = page.getByRole('button', { name: 'Cancel bulk resend' })
  await cancel.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Cancel this bulk resend?' })
  await question.getByRole('button', { name: 'Keep it running' }).press('Enter')
  await expect(question).toHaveCount(0)
  await expect(cancel).toBeFocused()
  await cancel.press('Enter')
  await question.getByRole('button', { name: 'Cancel bulk resend' }).press('Enter')
  await expect(page.locator('main > header').getByText('Cancelled')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Bulk resend' })).toBeFocused()
  await expect(counted(page, 'Never queued')).toContainText('13')
  await expect(reason).toHaveCount(0)
})

test('delivered ones are left out unless they are asked for', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({ url: receiver.url, event_types: ['session.created'] })
  await demoApi.sendEvents('session.created', 12)
  await expect
    .poll(async () => (await demoApi.listDeliveries({ endpoint_id: id, status: 'delivered' })).length)
    .toBe(13)
  await signInAs('operator')
  await visit(page, `/deliveries?endpoint=${id}`)
  await selectPage(page).check()
  await bar(page).getByRole('button', { name: 'Resend selected' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('None of these can be sent once more.')
  await expect(dialog.getByRole('button', { name: 'Resend 0' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Send the 12 delivered ones too' }).check()
  await expect(dialog.getByRole('button', { name: 'Resend 12' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
})

test('enabling an endpoint offers what it missed, and its page does so later', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await demoApi.createEndpoint({
    name: 'Absent',
    url: receiver.url,
    event_types: ['session.created'],
  })
  await expect.poll(() => receiver.requests.length).toBe(1)
  await setStatus(demoApi, id, 'disabled')
  await demoApi.sendEvents('session.created', 5)
  await signInAs('operator')
  await visit(page, `/settings/webhooks/${id}`)
  await page.getByRole('button', { name: 'Enable' }).click()
  const enable = page.getByRole('alertdialog', { name: 'Enable endpoint “Absent”?' })
  await enable.getByRole('checkbox', { name: 'Deliver the 5 events it missed, oldest first' }).check()
  await enable.getByLabel('Deliveries per second').fill('50')
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await enable.getByRole('button', { name: 'Enable' }).click()
  await expect(page).toHaveURL(/\/deliveries\/resends\/rs_/)
  await expect(page.getByRole('heading', { level: 1, name: 'Catch-up of Absent' })).toBeVisible()
  await expect(page.locator('main > header').getByText('Completed')).toBeVisible({ timeout: 30_000 })
  await expect(counted(page, 'Succeeded')).toContainText('5')
  expect(withoutTests(receiver.requests)).toHaveLength(5)

  await setStatus(demoApi, id, 'disabled')
  await demoApi.sendEvents('session.created', 2)
  await setStatus(demoApi, id, 'enabled')
  await signInAs('support')
  await visit(page, `/settings/webhooks/${id}`)
  await expect(page.getByText('It missed 2 events while it was disabled')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Deliver them…' }).click()
  const deliver = page.getByRole('alertdialog', { name: 'Deliver the 2 events it missed to “Absent”?' })
  await expect(deliver).toContainText('oldest first')
  await expectAccessible(page)
  await deliver.getByRole('button', { name: 'Deliver' }).click()
  await expect(page.locator('main > header').getByText('Completed')).toBeVisible({ timeout: 30_000 })
  await visit(page, `/settings/webhooks/${id}`)
  await expect(page.getByText('while it was disabled')).toHaveCount(0)
})

test('a store without jobs is told what they are; a job that is none is not found', async ({
  page,
  signInToEmptyStore,
  expectComplaints,
}) => {
  await signInToEmptyStore()
  await visit(page, '/deliveries/resends')
  await expect(page.getByText('No bulk resends yet')).toBeVisible()
  await expectAccessible(page)
  expectComplaints(/404/)
  await page.goto(`/deliveries/resends/rs_${'0'.repeat(26)}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/not/i)
})
