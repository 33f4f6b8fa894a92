import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/dashboard'
import { deleteJourneys, fill, NEW_ENDPOINT } from './fixtures/endpoint-form'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'

const filter = (page: Page) => page.getByRole('group', { name: 'Filter' })
const add = (page: Page) => filter(page).getByRole('button', { name: 'Add condition' })
const path = (page: Page, index: number) => page.locator(`#endpoint-filter-conditions-${index}-path`)
const operator = (page: Page, index: number) => page.locator(`#endpoint-filter-conditions-${index}-operator`)
const value = (page: Page, index: number) => page.locator(`#endpoint-filter-conditions-${index}-value`)
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'not created' })

async function begin(page: Page, name: string, url: string) {
  await visit(page, NEW_ENDPOINT)
  await fill(page, { name, url })
  await page.getByText('Advanced settings').click()
}

test.afterEach(({ demoApi }) => deleteJourneys(demoApi))

test('keeps one event out and lets another in, as it said when it was tried', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await begin(page, 'Journey filter', receiver.url)
  await expect(page.getByText('Only events that match are sent; others make no delivery.')).toBeVisible()
  await add(page).click()
  await expect(path(page, 0)).toBeFocused()
  await page.keyboard.type('total')
  await operator(page, 0).selectOption('is greater than')
  await value(page, 0).fill('100')
  await add(page).click()
  await path(page, 1).fill('currency')
  await value(page, 1).fill('EUR')

  await page.getByText('Test against a sample').click()
  const verdict = filter(page).getByRole('status')
  const conditions = filter(page).getByRole('list', { name: 'Conditions' }).getByRole('listitem')
  const sample = filter(page).getByRole('textbox', { name: 'Sample' })
  await sample.fill('{"total": 500, "currency": "EUR"}')
  await expect(verdict).toHaveText('Would be sent')
  await sample.fill('{"total": 7}')
  await expect(verdict).toHaveText('Would not be sent')
  await expect(conditions).toHaveText([
    'Does not hold: total is greater than 100 – it is 7',
    'Does not hold: currency is “EUR” – nothing is there',
  ])
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await filter(page).getByRole('radio', { name: 'any of these conditions' }).check()
  await sample.fill('{"total": 101}')
  await expect(verdict).toHaveText('Would be sent')
  await sample.fill('{"total": ')
  await expect(verdict).toHaveText('The sample is not complete JSON.')
  await filter(page).getByRole('button', { name: 'Reset sample' }).click()
  await expect(verdict).toHaveText(/^Would/)

  await page.getByRole('button', { name: 'Create webhook endpoint' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Endpoint created' })).toBeVisible()
  for (const [id, object] of [
    [1, { total: 100, currency: 'GBP' }],
    [2, { total: 101, currency: 'GBP' }],
    [3, { total: '500', currency: 'USD' }],
    [4, { currency: 'EUR' }],
  ] as const) {
    await demoApi.sendEvent('order.paid', { id, ...object })
  }
  const ids = () =>
    withoutTests(receiver.requests).map(({ rawBody }) => JSON.parse(rawBody.toString()).data.object.id)
  await expect.poll(() => ids().toSorted()).toEqual([2, 4])
  await page.getByRole('link', { name: 'Open endpoint' }).click()
  await expect(page.getByText('Only when total is greater than 100 or currency is “EUR”.')).toBeVisible()
  // The two others made no delivery at all.
  const endpointId = page.url().split('/').at(-1) ?? ''
  const deliveries = await demoApi.listDeliveries({ endpoint_id: endpointId })
  expect(deliveries.filter((delivery) => !delivery.test)).toHaveLength(2)
})

test('has a control that fits each comparison, and says what is wrong at its row', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await begin(page, 'Journey operators', receiver.url)
  await add(page).click()
  await operator(page, 0).selectOption('is one of')
  await add(page).click()
  await path(page, 1).fill('total')
  // The samples say that it is a number.
  await expect(filter(page).getByRole('combobox', { name: 'Kind' }).nth(1)).toHaveValue('number')
  await value(page, 1).fill('many')
  await add(page).click()
  await path(page, 2).fill('discount..code')
  await operator(page, 2).selectOption('is there or missing')
  await page.getByText('Advanced settings').click()
  await page.getByRole('button', { name: 'Create webhook endpoint' }).click()
  await expect(summary(page).getByRole('link')).toHaveText([
    'Filter, condition 1, path: Fill this in.',
    'Filter, condition 1, value: List at least one value.',
    'Filter, condition 2, value: Use a number.',
    'Filter, condition 3, path: Separate the names by single dots, such as “customer.id”.',
  ])
  // It is open again, and its rows can be reached.
  await summary(page)
    .getByRole('link', { name: /condition 2, value/ })
    .click()
  await expect(value(page, 1)).toBeFocused()
  await expect(value(page, 1)).toHaveAccessibleDescription('Use a number.')
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  await value(page, 1).fill('7')
  await path(page, 0).fill('status')
  await value(page, 0).fill('paid\nsent')
  await path(page, 2).fill('colour')
  await expect(page.getByText('The sample of order.paid has no “colour”.')).toBeVisible()
  await value(page, 2).uncheck()
  await page.getByRole('button', { name: 'Create webhook endpoint' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Endpoint created' })).toBeVisible()
  const { endpoints } = await demoApi.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
  expect(endpoints.find(({ name }) => name === 'Journey operators')?.filter).toEqual({
    match: 'all',
    conditions: [
      { path: 'status', operator: 'in', value: ['paid', 'sent'] },
      { path: 'total', operator: 'equals', value: 7 },
      { path: 'colour', operator: 'exists', value: false },
    ],
  })
})

test('is shown as it was saved, can be changed by keyboard alone, and taken away', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const made = await demoApi.createEndpoint({
    name: 'Journey saved',
    url: receiver.url,
    filter: { match: 'any', conditions: [{ path: 'p'.repeat(128), operator: 'in', value: [1, 'x', null] }] },
  })
  const read = async () =>
    (await demoApi.expect(200, shapes.endpoint, 'GET', `/2025-09/webhook_endpoints/${made.id}`)).endpoint
      .filter
  await signInAs('operator')
  await visit(page, `/settings/webhooks/${made.id}/settings`)
  await expect(value(page, 0)).toHaveValue('1\n"x"\nnull')
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  const { keyboard } = page
  await value(page, 0).focus()
  await keyboard.press('Tab')
  await expect(filter(page).getByRole('button', { name: 'Remove condition 1' })).toBeFocused()
  await keyboard.press('Tab')
  await expect(add(page)).toBeFocused()
  await keyboard.press('Enter')
  await expect(path(page, 1)).toBeFocused()
  await keyboard.type('status')
  await keyboard.press('Tab')
  await expect(operator(page, 1)).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(value(page, 1)).toBeFocused()
  await keyboard.type('sent')
  await keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Changes saved' })).toBeVisible()
  expect(await read()).toEqual({
    match: 'any',
    conditions: [
      { path: 'p'.repeat(128), operator: 'in', value: [1, 'x', null] },
      { path: 'status', operator: 'equals', value: 'sent' },
    ],
  })

  for (const name of ['Remove condition 2', 'Remove condition 1']) {
    await filter(page).getByRole('button', { name }).click()
    await expect(filter(page)).toBeFocused()
  }
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Changes saved' })).toBeVisible()
  expect(await read()).toBeNull()
})

test('is told to support in words', async ({ page, signInAs, demoApi, startReceiver }) => {
  const receiver = await startReceiver()
  const made = await demoApi.createEndpoint({
    name: 'Journey told',
    url: receiver.url,
    headers: { 'X-Shop': 'kept-to-itself' },
    filter: { match: 'all', conditions: [{ path: 'total', operator: 'less_than', value: 5 }] },
  })
  await signInAs('support')
  await visit(page, `/settings/webhooks/${made.id}/settings`)
  await expect(page.getByText('Only when total is less than 5.')).toBeVisible()
  await expect(page.getByText('X-Shop')).toBeVisible()
  expect(await page.content()).not.toContain('kept-to-itself')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await inEveryLook(page, () => expectAccessible(page))
})
