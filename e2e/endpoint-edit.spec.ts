import type { Page } from '@playwright/test'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/dashboard'
import { field } from './fixtures/endpoint-form'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import type { CreatedEndpoint } from './fixtures/shapes'
import { shapes } from './fixtures/shapes'

const save = (page: Page) => page.getByRole('button', { name: 'Save changes' })
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'The changes were not saved' })

const settingsOf = ({ id }: { id: string }) => `/settings/webhooks/${id}/settings`

async function makeEndpoint(api: Api, url: string): Promise<CreatedEndpoint> {
  return api.createEndpoint({
    name: 'Journey edit',
    description: 'As it was',
    url,
    event_types: ['order.shipped', 'order.paid'],
    metadata: { source: 'zapier', external_id: 'abc_123' },
  })
}

async function read(api: Api, { id }: { id: string }) {
  const { endpoint } = await api.expect(200, shapes.endpoint, 'GET', `/2025-09/webhook_endpoints/${id}`)
  return endpoint
}

test('saves what was changed and leaves the rest to others', async ({
  page,
  context,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const before = await makeEndpoint(demoApi, receiver.url)
  await signInAs('operator')
  await visit(page, settingsOf(before))
  await expect(field(page, 'Name')).toHaveValue('Journey edit')
  await expect(save(page)).toBeHidden()

  await field(page, 'Name').fill(' Journey edited ')
  await page.getByRole('checkbox', { name: /^order\.paid/ }).uncheck()
  await expect(said(page, 'Unsaved changes')).toBeVisible()

  // Another tab was opened before that is saved.
  const other = await context.newPage()
  await other.goto(settingsOf(before))
  await expect(field(other, 'Name')).toHaveValue('Journey edit')
  await save(page).click()
  await expect(said(page, 'Changes saved')).toBeVisible()
  await expect(save(page)).toBeHidden()
  await expect(field(page, 'Name')).toHaveValue('Journey edited')

  // It does not write back what it still shows, and learns of it when it saves.
  await field(other, 'Description').fill('')
  await other.getByText('Advanced settings').click()
  await other.getByRole('radio', { name: /^None/ }).check()
  await save(other).click()
  await expect(said(other, 'Changes saved')).toBeVisible()
  await expect(field(other, 'Name')).toHaveValue('Journey edited')
  await expect(other.getByRole('checkbox', { name: /^order\.paid/ })).not.toBeChecked()

  const { secret: _, updated_at: __, ...unchanged } = before
  const { updated_at: ___, ...after } = await read(demoApi, before)
  expect(after).toEqual({
    ...unchanged,
    name: 'Journey edited',
    description: null,
    event_types: ['order.shipped'],
    retry_policy: 'none',
  })
})

test('nothing but the field that was changed is written', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const made = await makeEndpoint(demoApi, receiver.url)
  await signInAs('admin')
  await visit(page, settingsOf(made))
  await field(page, 'Description').fill('As it is')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await save(page).click()
  expect(JSON.parse((await sent).postData() ?? '')).toMatchObject([{ changes: { description: 'As it is' } }])
  await expect(said(page, 'Changes saved')).toBeVisible()
  // What is typed back to what it was is no change.
  await field(page, 'Description').fill('Other')
  await expect(save(page)).toBeVisible()
  await field(page, 'Description').fill('As it is')
  await expect(save(page)).toBeHidden()
  const paid = page.getByRole('checkbox', { name: /^order\.paid/ })
  await paid.uncheck()
  await expect(save(page)).toBeVisible()
  await page.getByRole('checkbox', { name: /^order\.shipped/ }).uncheck()
  await paid.check()
  await page.getByRole('checkbox', { name: /^order\.shipped/ }).check()
  await expect(save(page)).toBeHidden()
})

test('the form can be used in every look, before and after saving', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const made = await makeEndpoint(demoApi, receiver.url)
  await signInAs('operator')
  await visit(page, settingsOf(made))
  await page.getByText('Advanced settings').click()
  await field(page, 'Description').fill('W'.repeat(200))
  await inEveryLook(page, () => expectAccessible(page))
  await save(page).click()
  await expect(said(page, 'Changes saved')).toBeVisible()
  await expectAccessible(page)
})

test('changes can be discarded', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const made = await makeEndpoint(demoApi, receiver.url)
  await signInAs('operator')
  await visit(page, settingsOf(made))
  await field(page, 'Name').fill('')
  await field(page, 'URL').fill('http://10.0.0.1/')
  await page.getByRole('radio', { name: /All event types/ }).check()
  await save(page).click()
  await expect(summary(page)).toBeFocused()
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(said(page, 'Changes discarded')).toBeVisible()
  await expect(summary(page)).toBeHidden()
  await expect(field(page, 'Name')).toHaveValue('Journey edit')
  await expect(field(page, 'URL')).toHaveValue(receiver.url)
  await expect(field(page, 'URL')).not.toHaveAttribute('aria-invalid')
  await expect(page.getByText('2 selected')).toBeVisible()
  expect(await read(demoApi, made)).toMatchObject({ name: 'Journey edit', all_event_types: false })
})

test('from some event types to all, and back to some', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const made = await makeEndpoint(demoApi, receiver.url)
  await signInAs('operator')
  await visit(page, settingsOf(made))
  await page.getByRole('radio', { name: /All event types/ }).check()
  await save(page).click()
  await expect(said(page, 'Changes saved')).toBeVisible()
  expect(await read(demoApi, made)).toMatchObject({ all_event_types: true })

  await page.reload()
  await page.getByRole('radio', { name: /ticked below/ }).check()
  await expect(page.getByText('0 selected')).toBeVisible()
  await save(page).click()
  await expect(summary(page)).toContainText('Event types: Choose at least one event type.')
  await page.getByRole('searchbox', { name: 'Search event types' }).fill('stock.low')
  await page.getByRole('checkbox', { name: /^stock\.low/ }).check()
  await save(page).click()
  await expect(said(page, 'Changes saved')).toBeVisible()
  expect(await read(demoApi, made)).toMatchObject({ all_event_types: false, event_types: ['stock.low'] })
})

test('what is refused is said where it is, and stays', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const made = await makeEndpoint(demoApi, receiver.url)
  await signInAs('operator')
  await visit(page, settingsOf(made))
  await page.getByText('Advanced settings').click()
  await page.getByRole('spinbutton', { name: 'Time limit in seconds' }).fill('31')
  await page.getByText('Advanced settings').click()
  await field(page, 'URL').fill('https://user:secret@shop.example.com/')
  await save(page).click()
  await expect(summary(page)).toBeFocused()
  await expect(summary(page).getByRole('link')).toHaveText([
    'URL: The URL must not contain a user name or password.',
    'Time limit: At most 30 seconds.',
  ])
  await inEveryLook(page, () => expectAccessible(page))
  await expect(field(page, 'URL')).toHaveValue('https://user:secret@shop.example.com/')
  expect((await read(demoApi, made)).url).toBe(receiver.url)
})

test('an endpoint that was deleted meanwhile is not saved, and neither is anything without a connection', async ({
  page,
  context,
  signInAs,
  demoApi,
  startReceiver,
  expectComplaints,
}) => {
  const receiver = await startReceiver()
  const made = await makeEndpoint(demoApi, receiver.url)
  await signInAs('operator')
  await visit(page, settingsOf(made))
  await field(page, 'Name').fill('Too late')
  expectComplaints(/ERR_INTERNET_DISCONNECTED/)
  await context.setOffline(true)
  await save(page).click()
  await expect(summary(page)).toContainText('Shopbell could not be reached')
  await expect(field(page, 'Name')).toHaveValue('Too late')
  await context.setOffline(false)
  await demoApi.call('DELETE', `/2025-09/webhook_endpoints/${made.id}`)
  await save(page).click()
  await expect(summary(page)).toContainText('There is nothing here by that name or id.')
  await expect(field(page, 'Name')).toHaveValue('Too late')
  await expect(summary(page)).toBeFocused()
})

test('unsaved changes are not left without asking', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const made = await makeEndpoint(demoApi, receiver.url)
  await signInAs('operator')
  await visit(page, settingsOf(made))
  await field(page, 'Name').fill('Draft')
  const away = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Statistics' })
  await away.click()
  const dialog = page.getByRole('alertdialog', { name: 'Discard unsaved changes?' })
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await save(page).click()
  await expect(said(page, 'Changes saved')).toBeVisible()
  await away.click()
  await expect(page).toHaveURL(/\/statistics$/)
  await expect(dialog).toBeHidden()
})

test('what differs from the standard is open, and what is kept of headers is their names', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const made = await demoApi.createEndpoint({
    name: 'Journey advanced',
    url: receiver.url,
    rate_limit: 20,
    headers: {
      Authorization: 'Bearer old-value-of-it',
      'X-Shop': 'shop-seven',
      [`X-${'Long'.repeat(15)}`]: 'v',
    },
  })
  await signInAs('operator')
  await visit(page, settingsOf(made))
  const headers = page.getByRole('group', { name: 'Custom headers' })
  const rate = page.getByRole('spinbutton', { name: 'Requests per second' })
  await expect(headers.getByText('Authorization: ')).toBeVisible()
  expect(await page.content()).not.toMatch(/old-value-of-it|shop-seven/)
  await expect(rate).toHaveValue('20')
  await expect(page.getByText(/The kind of an endpoint stays/)).toBeVisible()

  await headers.getByRole('button', { name: 'Replace value of Authorization' }).click()
  const value = page.getByRole('textbox', { name: 'New value of Authorization' })
  await expect(value).toBeFocused()
  await save(page).click()
  await expect(summary(page).getByRole('link')).toHaveText(
    'Headers, header 1, value: Give the header a value.',
  )
  await value.fill('Bearer new-value-of-it')
  await headers.getByRole('button', { name: 'Remove X-Shop' }).click()
  await expect(headers.getByRole('button', { name: 'Undo removing X-Shop' })).toBeFocused()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await rate.fill('')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await save(page).click()
  expect(JSON.parse((await sent).postData() ?? '')).toMatchObject([
    { changes: { rate_limit: null, headers: { Authorization: 'Bearer new-value-of-it', 'X-Shop': null } } },
  ])
  await expect(said(page, 'Changes saved')).toBeVisible()
  await expect(value).toBeHidden()
  await expect(headers.getByText('X-Shop')).toBeHidden()
  expect(await page.content()).not.toContain('new-value-of-it')
  expect(await read(demoApi, made)).toMatchObject({
    rate_limit: null,
    headers: ['Authorization', `X-${'Long'.repeat(15)}`],
  })

  // What is added and taken away again, and what is to be replaced and is kept after all, is no change.
  await headers.getByRole('button', { name: 'Add header' }).click()
  await expect(save(page)).toBeVisible()
  await headers.getByRole('button', { name: 'Remove header 3' }).click()
  await expect(save(page)).toBeHidden()
  await headers.getByRole('button', { name: 'Replace value of Authorization' }).click()
  await headers.getByRole('button', { name: 'Keep old value' }).click()
  await expect(headers.getByRole('button', { name: 'Replace value of Authorization' })).toBeFocused()
  await expect(save(page)).toBeHidden()

  await demoApi.sendEvent('order.shipped', { id: 1 })
  await expect.poll(() => receiver.requests.at(-1)?.headers.authorization).toBe('Bearer new-value-of-it')
})

test('support sees the settings and no form', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const made = await makeEndpoint(demoApi, receiver.url)
  await signInAs('support')
  await visit(page, settingsOf(made))
  await expect(page.getByText('Changing them is for operators and admins.')).toBeVisible()
  await expect(page.getByText('order.shipped, order.paid')).toBeVisible()
  await expect(page.locator('dl').getByText(receiver.url)).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(save(page)).toHaveCount(0)
  await inEveryLook(page, () => expectAccessible(page))
})

test('what is nobody’s, or another store’s, is not found', async ({
  page,
  signInAs,
  otherApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const foreign = await otherApi.createEndpoint({ url: receiver.url })
  await signInAs('operator')
  for (const id of [foreign.id, 'we_00000000000000000000000000', 'nothing']) {
    const answer = await page.goto(settingsOf({ id }))
    await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()
    expect([200, 404]).toContain(answer?.status())
    await expect(page.getByText(receiver.url)).toHaveCount(0)
  }
})
