import type { Page } from '@playwright/test'
import { fromPublicId, toPublicId } from '@/lib/ids'
import type { Receiver } from '@/lib/testing/fake-receiver'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/dashboard'
import { hydrated, visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { withoutTests } from './fixtures/received'
import { type Delivery, shapes } from './fixtures/shapes'

const PAGE = 50
const rows = (page: Page) => page.locator('[data-delivery]')
const count = (page: Page) => page.locator('[data-log]').getByRole('status').first()

/** The public ids of the rows, from top to bottom. */
function shownIds(page: Page): Promise<string[]> {
  return rows(page)
    .locator('th a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''))
}

/** Chooses from one of the lists above the rows. */
async function choose(page: Page, filter: string, option: string | RegExp) {
  await page.getByRole('combobox', { name: filter, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}

/** The rows have to become those of the API that match, in its order. */
async function expectRows(page: Page, list: () => Promise<Delivery[]>, matches: (each: Delivery) => boolean) {
  await expect(async () => {
    const expected = (await list()).filter(matches)
    expect(expected).not.toEqual([])
    await page.reload()
    await expect(rows(page)).toHaveCount(Math.min(expected.length, PAGE))
    expect(await shownIds(page)).toEqual(expected.slice(0, PAGE).map(({ id }) => id))
  }).toPass({ timeout: 30_000 })
}

/** A delivery that waits for minutes after its second attempt. */
async function makeRetrying(api: Api, receiver: Receiver): Promise<void> {
  receiver.setBehaviour((_, response) => void response.writeHead(500).end())
  await api.createEndpoint({
    url: receiver.url,
    retry_policy: 'short',
    name: 'Journey',
    event_types: ['session.created'],
  })
  await api.sendEvents('session.created', 1)
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)
}

test.describe('filters', () => {
  const ago = (hours: number) => Date.now() - hours * 3_600_000
  const cases: [string, (page: Page) => Promise<unknown>, RegExp, (each: Delivery) => boolean][] = [
    ...(['Failed', 'Retrying', 'Delivered'] as const).map((label): (typeof cases)[number] => [
      label,
      (page) => page.getByRole('link', { name: label, exact: true }).click(),
      new RegExp(`\\?status=${label.toLowerCase()}$`),
      ({ status }) => status === label.toLowerCase(),
    ]),
    [
      'an event type, found by typing',
      async (page) => {
        await page.getByRole('combobox', { name: 'Event type' }).click()
        await page.getByRole('combobox', { name: 'Search Event type' }).fill('return')
        await page.getByRole('option', { name: 'return.created' }).click()
      },
      /\?type=return\.created$/,
      ({ event_type }) => event_type === 'return.created',
    ],
    [
      'a class of HTTP status',
      (page) => choose(page, 'HTTP status', '4xx'),
      /\?code=4xx$/,
      ({ http_status }) => http_status !== null && http_status >= 400 && http_status < 500,
    ],
    [
      'an exact HTTP status that is typed',
      async (page) => {
        await page.getByRole('combobox', { name: 'HTTP status' }).click()
        await page.getByRole('combobox', { name: 'Search HTTP status' }).fill('202')
        await page.getByRole('option', { name: '202' }).click()
      },
      /\?code=202$/,
      ({ http_status }) => http_status === 202,
    ],
    [
      'a kind of error',
      (page) => choose(page, 'Error', 'HTTP error'),
      /\?error=http_error$/,
      ({ error }) => error === 'http_error',
    ],
    [
      'a usual range',
      async (page) => {
        await page.getByRole('button', { name: 'Date', exact: true }).click()
        await page.getByRole('button', { name: 'Last 24 hours' }).click()
      },
      /\?range=24h$/,
      ({ created_at }) => Date.parse(created_at) >= ago(24),
    ],
  ]

  for (const [name, apply, address, matches] of cases) {
    test(`${name}: the rows are those of the API`, async ({ page, signInAs, demoApi, startReceiver }) => {
      // The demo's own deliveries may all have ended by now.
      if (name === 'Retrying') await makeRetrying(demoApi, await startReceiver())
      await signInAs('support')
      await visit(page, '/deliveries')
      await apply(page)
      await expect(page).toHaveURL(address)
      await expectRows(page, () => demoApi.listDeliveries({}), matches)
    })
  }

  test('an endpoint, days of one’s own, and what is searched', async ({ page, signInAs, demoApi }) => {
    await signInAs('support')
    const all = () => demoApi.listDeliveries({})
    const { endpoints } = await demoApi.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
    const accounting = endpoints.find(({ name }) => name === 'Accounting')
    const [some] = (await all()).filter(
      ({ endpoint_id, test: isTest }) => endpoint_id === accounting?.id && !isTest,
    )
    if (!some) throw new Error('The demo store sent nothing to Accounting.')
    const day = some.created_at.slice(0, 10)

    await visit(page, '/deliveries')
    await choose(page, 'Endpoint', 'Accounting')
    await expect(page).toHaveURL(new RegExp(`\\?endpoint=${some.endpoint_id}$`))
    await page.getByRole('button', { name: 'Date', exact: true }).click()
    await page.getByLabel('From', { exact: true }).fill(day)
    await page.getByLabel('To', { exact: true }).fill(day)
    await page.getByRole('button', { name: 'Apply range' }).click()
    await expect(page).toHaveURL(new RegExp(`&from=${day}&to=${day}$`))
    await expectRows(page, all, ({ endpoint_id, created_at }) => {
      const inBerlin = new Date(created_at).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' })
      return endpoint_id === some.endpoint_id && inBerlin === day
    })

    await visit(page, '/deliveries')
    await page.getByRole('searchbox').fill(` ${some.event_id} `)
    await expect(page).toHaveURL(new RegExp(`\\?q=${some.event_id}$`))
    await expectRows(page, all, ({ event_id }) => event_id === some.event_id)
  })

  test('what was cancelled is found, and its page says why', async ({
    page,
    signInAs,
    demoApi,
    startReceiver,
  }) => {
    await signInAs('support')
    const receiver = await startReceiver()
    receiver.setBehaviour((_, response) => void response.writeHead(503, { 'retry-after': '600' }).end())
    const { id } = await demoApi.createEndpoint({ url: receiver.url, event_types: ['session.created'] })
    await demoApi.sendEvents('session.created', 3)
    const list = (query: Record<string, string>) => demoApi.listDeliveries({ endpoint_id: id, ...query })
    await expect.poll(async () => (await list({ status: 'retrying' })).length).toBe(3)
    await visit(page, `/deliveries?endpoint=${id}&status=retrying`)
    await expect(rows(page).filter({ hasText: 'in 10 min' })).toHaveCount(3)

    const body = { status: 'disabled' }
    await demoApi.expect(200, shapes.endpoint, 'PATCH', `/2025-09/webhook_endpoints/${id}`, { body })
    await page.getByRole('link', { name: 'Cancelled', exact: true }).click()
    await expect(page).toHaveURL(/\?status=cancelled&endpoint=/)
    await expectRows(
      page,
      () => list({}),
      ({ status }) => status === 'cancelled',
    )
    await rows(page).first().locator('th a').click()
    await expect(page.getByText('The endpoint was disabled', { exact: true })).toBeVisible()
  })

  test('what stands in the data: an order’s number and an e-mail address', async ({
    page,
    signInAs,
    demoApi,
  }) => {
    await signInAs('support')
    const event = await demoApi.sendEvent('order.paid', { id: 'JRN-1042', email: 'Nora.Journey@example.com' })
    await visit(page, '/deliveries')
    for (const text of ['jrn-1042', 'nora.journey@EXAMPLE.com']) {
      await page.getByRole('searchbox').fill(text)
      await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(text)}$`))
      await expect(count(page)).toHaveText('2 deliveries shown')
      const { json } = await demoApi.call('GET', `/2025-09/events/${event.id}`)
      expect(JSON.stringify(json)).toContain((await shownIds(page))[0])
    }
    await page.getByRole('button', { name: 'Clear search' }).click()
    await expect(page).toHaveURL(/\/deliveries$/)
  })

  test('chips name what is active, and take it away again', async ({ page, signInAs }) => {
    await signInAs('support')
    await visit(page, '/deliveries?status=failed&type=order.paid&code=5xx&error=http_error&range=30d&q=x')
    const chips = page.getByRole('list', { name: 'Active filters' })
    await expect(chips.getByRole('link')).toHaveText([
      'Search: x',
      'Status: Failed',
      'Event: order.paid',
      'HTTP 5xx',
      'Error: HTTP error',
      'Last 30 days',
      'Clear all',
    ])
    await expect(page.getByText('No deliveries match')).toBeVisible()
    await page.getByRole('link', { name: 'Remove filter Search: x' }).click()
    await expect(page).toHaveURL(/\?status=failed&type=order\.paid&code=5xx&error=http_error&range=30d$/)
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await expect(page.getByRole('link', { name: 'Remove filter Status: Failed' })).toBeFocused()
    await page.getByRole('link', { name: 'Remove filter Last 30 days' }).click()
    await expect(page).toHaveURL(/\?status=failed&type=order\.paid&code=5xx&error=http_error$/)
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.getByRole('link', { name: 'Clear all' }).click()
    await expect(page).toHaveURL(/\/deliveries$/)
    await expect(chips).toHaveCount(0)
    await expect(rows(page)).toHaveCount(PAGE)
  })

  test('Back and Forward go from choice to choice, and leave out the letters of a search', async ({
    page,
    signInAs,
  }) => {
    await signInAs('support')
    await visit(page, '/deliveries?range=30d')
    const all = await shownIds(page)
    await page.getByRole('link', { name: 'Failed', exact: true }).click()
    await expect(rows(page).filter({ hasNotText: 'Failed' })).toHaveCount(0)
    await page.getByRole('searchbox').pressSequentially('localhost', { delay: 20 })
    await expect(page).toHaveURL(/status=failed&range=30d&q=localhost$/)
    await expect(page.locator('[data-log]')).toHaveAttribute('aria-busy', 'false')
    const failed = await shownIds(page)
    expect(failed).not.toEqual(all)
    await page.getByRole('link', { name: 'Delivered', exact: true }).click()
    await expect(page).toHaveURL(/status=delivered/)

    await page.goBack()
    await expect(page).toHaveURL(/status=failed&range=30d&q=localhost$/)
    await expect(page.getByRole('searchbox')).toHaveValue('localhost')
    await page.goBack()
    await expect(page).toHaveURL(/\?range=30d$/)
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await expect.poll(() => shownIds(page)).toEqual(all)
    await page.goForward()
    await expect(page).toHaveURL(/status=failed&range=30d&q=localhost$/)
    await expect.poll(() => shownIds(page)).toEqual(failed)
  })
})

test.describe('pages', () => {
  test('go through the log without a gap, and an address shows the same rows to anyone', async ({
    page,
    context,
    signInAs,
    demoApi,
  }) => {
    await signInAs('support')
    const expected = (await demoApi.listDeliveries({ status: 'delivered' })).map(({ id }) => id)
    await visit(page, '/deliveries?status=delivered')
    const first = await shownIds(page)
    const from = expected.indexOf(first[0] ?? '')
    await expect(count(page)).toHaveText(/^50 of [\d,]+ deliveries shown$/)
    await page.getByRole('link', { name: 'Next' }).click()
    await expect.poll(() => shownIds(page)).toEqual(expected.slice(from + PAGE, from + 2 * PAGE))
    await page.getByRole('link', { name: 'Next' }).click()
    const third = expected.slice(from + 2 * PAGE, from + 3 * PAGE)
    await expect.poll(() => shownIds(page)).toEqual(third)

    const other = await context.newPage()
    await other.goto(page.url())
    expect(await shownIds(other)).toEqual(third)
    await other.close()

    await page.getByRole('link', { name: 'Previous' }).click()
    await expect.poll(() => shownIds(page)).toEqual(expected.slice(from + PAGE, from + 2 * PAGE))
    await page.getByRole('link', { name: 'Previous' }).click()
    await expect.poll(() => shownIds(page)).toEqual(first)
    await page.goBack()
    await page.getByRole('link', { name: 'Back to the newest' }).click()
    await expect(page).toHaveURL(/\/deliveries\?status=delivered$/)
  })

  test('the focus and the view go to the top of the rows, at the ends of the log too', async ({
    page,
    signInAs,
    demoApi,
  }) => {
    await signInAs('support')
    const failed = await demoApi.listDeliveries({ status: 'failed' })
    // A page's worth and some more: the second page is the last one.
    const since = failed
      .slice(PAGE, 2 * PAGE - 5)
      .at(-1)
      ?.created_at.slice(0, 10)
    await visit(page, `/deliveries?status=failed&from=${since}`)
    const next = page.getByRole('link', { name: 'Next' })
    for (let turns = 0; (await next.getAttribute('aria-disabled')) === null; turns++) {
      expect(turns).toBeLessThan(5)
      const before = await shownIds(page)
      await next.press('Enter')
      await expect.poll(() => shownIds(page)).not.toEqual(before)
      await expect(count(page)).toBeFocused()
      await expect(count(page)).toBeInViewport()
    }
    const previous = page.getByRole('link', { name: 'Previous' })
    while ((await previous.getAttribute('aria-disabled')) === null) {
      const before = await shownIds(page)
      await previous.press('Enter')
      await expect.poll(() => shownIds(page)).not.toEqual(before)
      await expect(count(page)).toBeFocused()
    }
    await expect(page.getByRole('link', { name: 'Back to the newest' })).toBeVisible()
  })

  test('Back from a delivery returns to the same rows, at the same place', async ({
    page,
    signInAs,
    demoApi,
  }) => {
    await signInAs('support')
    await visit(page, '/deliveries')
    await page.getByRole('link', { name: 'Delivered', exact: true }).click()
    await expect(rows(page).filter({ hasNotText: 'Delivered' })).toHaveCount(0)
    const first = await shownIds(page)
    await page.getByRole('link', { name: 'Next' }).click()
    await expect.poll(async () => first.includes((await shownIds(page))[0] ?? '')).toBe(false)
    const before = await shownIds(page)
    const row = rows(page).nth(40)
    await row.scrollIntoViewIfNeeded()
    const scrolled = await page.evaluate(() => window.scrollY)
    expect(scrolled).toBeGreaterThan(500)
    await demoApi.sendEvent('order.created', { id: 1 })
    await row.locator('th a').click()
    await expect(page).toHaveURL(new RegExp(`/deliveries/${before[40]}$`))
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.goBack()
    await expect(rows(page)).toHaveCount(PAGE)
    expect(await shownIds(page)).toEqual(before)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolled)
    await expect(row.locator('th a')).toBeFocused()

    const address = page.url()
    await page.goForward()
    await expect(page).toHaveURL(new RegExp(`/deliveries/${before[40]}$`))
    await page
      .getByRole('navigation', { name: 'Breadcrumbs' })
      .getByRole('link', { name: 'Deliveries' })
      .click()
    await expect(page).toHaveURL(address)
    await expect.poll(() => shownIds(page)).toEqual(before)
  })

  test('a search that ends early says how far it came, and goes on', async ({
    page,
    signInAs,
    openDatabase,
  }) => {
    await signInAs('support')
    await visit(page, '/deliveries')
    const [blocker, watcher] = [await openDatabase(), await openDatabase()]
    await blocker.query('BEGIN')
    await blocker.query('LOCK TABLE pending_delivery IN ACCESS EXCLUSIVE MODE')
    // Nothing is answered with it, and only the whole log tells.
    const loading = page.goto('/deliveries?code=299')
    await expect
      .poll(async () => {
        const { rows: waiting } = await watcher.query(
          `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%AS matches FROM%'`,
        )
        return waiting.length
      })
      .toBeGreaterThan(0)
    await blocker.query('COMMIT')
    await loading
    await expect(page.getByText('Nothing found so far')).toBeVisible()
    await expect(page.getByText('The search went back to')).toBeVisible()
    await expect(async () => {
      await page.getByRole('link', { name: 'Search further' }).click({ timeout: 1_000 })
      await expect(page).toHaveURL(/code=299&after=dlv_/)
      await expect(page.getByText('No older deliveries')).toBeVisible({ timeout: 1_000 })
    }).toPass()
  })
})

test.describe('live', () => {
  test('rows change where they are, newer ones wait to be shown', async ({
    page,
    signInAs,
    demoApi,
    startReceiver,
  }) => {
    await signInAs('support')
    const receiver = await startReceiver()
    const endpoint = await demoApi.createEndpoint({ url: receiver.url, retry_policy: 'none', concurrency: 2 })
    await receiver.waitFor(1)
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    receiver.setBehaviour(async (_, response) => {
      await released
      response.end('ok')
    })
    await demoApi.sendEvents('order.shipped', 2)
    await receiver.waitFor(3)

    await visit(page, `/deliveries?endpoint=${endpoint.id}`)
    await expect(rows(page)).toHaveCount(3)
    await expect(rows(page).filter({ hasText: 'Sending now' })).toHaveCount(2)
    const ids = await shownIds(page)
    const places = () => rows(page).evaluateAll((each) => each.map((row) => row.getBoundingClientRect().top))
    const before = await places()

    release()
    await expect(rows(page).filter({ hasText: 'Delivered' })).toHaveCount(3)
    await demoApi.sendEvents('order.shipped', 12)
    await expect(page.getByText('12 new deliveries')).toBeVisible()
    expect(await shownIds(page)).toEqual(ids)
    expect(await places()).toEqual(before)

    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(rows(page)).toHaveCount(15)
    expect((await shownIds(page)).slice(12)).toEqual(ids)
    await expect(page.getByText('new deliveries')).toHaveCount(0)
    await expect(count(page)).toHaveText('15 deliveries shown')
  })

  test('asks nothing while it is paused, or the tab hidden, and remembers the pause', async ({
    page,
    signInAs,
  }) => {
    await signInAs('support')
    const asked: string[] = []
    page.on('request', (request) => {
      if (/deliveries\/states|before=/.test(request.url())) asked.push(request.url())
    })
    await page.clock.install()
    await visit(page, '/deliveries?status=delivered')
    await page.clock.runFor(11_000)
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(2)

    await page.getByRole('switch', { name: 'Live refresh' }).uncheck()
    await expect(page.getByText('Paused')).toBeVisible()
    const before = asked.length
    await page.clock.runFor(60_000)
    expect(asked.length).toBe(before)

    await page.reload()
    await hydrated(page)
    await expect(page.getByRole('switch', { name: 'Live refresh' })).not.toBeChecked()
    await page.getByRole('switch', { name: 'Live refresh' }).check()
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    const hidden = asked.length
    await page.clock.runFor(60_000)
    expect(asked.length).toBe(hidden)
    await page.evaluate(() => {
      Reflect.deleteProperty(document, 'visibilityState')
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await page.clock.runFor(6_000)
    await expect.poll(() => asked.length).toBeGreaterThan(hidden)
  })

  test('what cannot be loaded is said, and asked for again', async ({ page, signInAs, expectComplaints }) => {
    expectComplaints(/503|Failed to load resource/)
    await signInAs('support')
    await visit(page, '/deliveries')
    await page.route('**/api/screens/deliveries?**', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ detail: 'The database cannot be reached.', request_id: 'request-of-a-test' }),
      }),
    )
    await page.getByRole('link', { name: 'Failed', exact: true }).click()
    await expect(page.getByText('The deliveries could not be loaded')).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('The database cannot be reached.')).toBeVisible()
    await expect(page.getByText('request-of-a-test')).toBeVisible()
    await page.unroute('**/api/screens/deliveries?**')
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(rows(page).first()).toBeVisible()
  })
})

test.describe('by keyboard', () => {
  test('search, walk, select, open, resend, help, and the switch that turns it off', async ({
    page,
    signInAs,
  }) => {
    await signInAs('support')
    await visit(page, '/deliveries?type=inventory.changed')
    await expect(rows(page)).toHaveCount(PAGE)
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('jxr')
    await expect(page.getByRole('searchbox')).toHaveValue('jxr')
    await expect(page).toHaveURL(/q=jxr/)
    await page.getByRole('searchbox').fill('')
    await expect(page).toHaveURL(/type=inventory\.changed$/)
    await expect(rows(page)).toHaveCount(PAGE)
    await page.getByRole('searchbox').blur()

    const link = (index: number) => rows(page).nth(index).locator('th a')
    const box = (index: number) => rows(page).nth(index).getByRole('checkbox')
    await page.keyboard.press('j')
    await expect(link(0)).toBeFocused()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(link(2)).toBeFocused()
    await page.keyboard.press('x')
    await expect(box(2)).toBeChecked()
    await page.keyboard.press('k')
    await expect(link(1)).toBeFocused()
    await page.keyboard.press('x')
    await expect(page.getByText('2 selected')).toBeVisible()

    await page.keyboard.press('r')
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText('Resend 2 deliveries?')
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('x')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(link(1)).toBeFocused()
    await expect(page.getByText('2 selected')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('2 selected')).toHaveCount(0)
    await expect(page.getByRole('checkbox', { name: 'Select all deliveries on this page' })).toBeFocused()

    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(help).toBeVisible()
    await expectAccessible(page)
    await help.getByRole('switch', { name: /Use single keys/ }).uncheck()
    await page.keyboard.press('Escape')
    await expect(help).toHaveCount(0)
    await page.reload()
    await hydrated(page)
    await expect(rows(page)).toHaveCount(PAGE)
    await page.keyboard.press('/')
    await page.keyboard.press('j')
    await expect(page.locator('body')).toBeFocused()
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await help.getByRole('switch', { name: /Use single keys/ }).check()
    await page.keyboard.press('Escape')
    await expect(help).toHaveCount(0)
    await page.keyboard.press('j')
    await expect(link(0)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/deliveries\/dlv_/)
  })

  test('a range by Shift, all, and none', async ({ page, signInAs }) => {
    await signInAs('support')
    await visit(page, '/deliveries?status=delivered')
    const box = (index: number) => rows(page).nth(index).getByRole('checkbox')
    await box(2).click()
    await box(5).click({ modifiers: ['Shift'] })
    await expect(page.getByText('4 selected')).toBeVisible()
    await box(4).click({ modifiers: ['Shift'] })
    await expect(page.getByText('2 selected')).toBeVisible()
    const all = page.getByRole('checkbox', { name: 'Select all deliveries on this page' })
    await expect(all).toHaveJSProperty('indeterminate', true)
    await all.click()
    await expect(page.getByText('50 selected')).toBeVisible()
    await all.click()
    await expect(page.getByText(/\d selected/)).toHaveCount(0)
    await box(0).click()
    await page.getByRole('link', { name: 'Next' }).click()
    await expect(page).toHaveURL(/after=/)
    await expect(page.getByText(/\d selected/)).toHaveCount(0)
    await page.goBack()
    await expect(box(0)).not.toBeChecked()
  })
})

test.describe('of one endpoint', () => {
  test('has neither the column nor the filter', async ({ page, signInAs, demoApi }) => {
    await signInAs('support')
    const { endpoints } = await demoApi.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
    const id = endpoints.find(({ name }) => name === 'Accounting')?.id ?? ''
    await visit(page, `/settings/webhooks/${id}/deliveries`)
    await expect(rows(page)).toHaveCount(PAGE)
    await expect(page.getByRole('columnheader', { name: 'Endpoint' })).toHaveCount(0)
    await expect(page.getByRole('combobox', { name: 'Endpoint' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Failed', exact: true }).click()
    await expect(page).toHaveURL(/\/deliveries\?status=failed$/)
    const expected = await demoApi.listDeliveries({ endpoint_id: id, status: 'failed' })
    await expect.poll(() => shownIds(page)).toEqual(expected.slice(0, PAGE).map(({ id }) => id))
    await page.getByRole('link', { name: 'Clear all' }).click()
    await expect(page).toHaveURL(new RegExp(`/${id}/deliveries$`))
  })

  test('is not there for another store’s endpoint', async ({ page, signInAs, api, startReceiver }) => {
    const { url } = await startReceiver()
    const foreign = await api.createEndpoint({ url })
    await signInAs('support')
    await visit(page, `/settings/webhooks/${foreign.id}/deliveries`)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
    await visit(page, `/deliveries?endpoint=${foreign.id}`)
    await expect(page.getByText('This store has no such endpoint')).toBeVisible()
    await page.getByRole('link', { name: 'Show all endpoints' }).click()
    await expect(rows(page)).toHaveCount(PAGE)
  })
})

test.describe('another store', () => {
  test('is closed to states and counts', async ({ page, signInAs, api, startReceiver }) => {
    const receiver = await startReceiver()
    await api.createEndpoint({ url: receiver.url })
    await receiver.waitFor(1)
    await expect.poll(async () => (await api.listDeliveries({})).length).toBeGreaterThan(0)
    const [foreign] = await api.listDeliveries({})
    if (!foreign) throw new Error('Nothing was sent.')
    await signInAs('support')
    const read = async (path: string) => (await page.request.get(`/api/screens/deliveries${path}`)).json()
    expect(await read(`/states?ids=${foreign.id}`)).toEqual({ rows: [] })
    expect(await read(`/count?endpoint=${foreign.endpoint_id}`)).toEqual({ count: 0, isCapped: false })
    expect(await read(`?q=${foreign.id}`)).toMatchObject({ rows: [] })
    const tooMany = Array.from({ length: 101 }, () => foreign.id).join(',')
    expect((await page.request.get(`/api/screens/deliveries/states?ids=${tooMany}`)).status()).toBe(422)
    expect(toPublicId('dlv', fromPublicId('dlv', foreign.id) ?? '')).toBe(foreign.id)
  })
})

test.describe('in every look', () => {
  test.beforeEach(() => test.setTimeout(150_000))

  test('the log, with rows selected', async ({ page, signInAs, demoApi }) => {
    await signInAs('support')
    const { id } = await demoApi.sendEvent('order.paid', { id: 'JRN-2' })
    // Of many rows, what sticks to the edges would cover a part of one.
    await visit(page, `/deliveries?q=${id}`)
    await expect(rows(page)).toHaveCount(2)
    await page.getByRole('checkbox', { name: 'Select all deliveries on this page' }).check()
    await expect(page.getByText('2 selected')).toBeVisible()
    await inEveryLook(page, async () => expectAccessible(page))
  })

  test('the log, full', async ({ page, signInAs }) => {
    await signInAs('support')
    await visit(page, '/deliveries?status=failed&range=7d')
    await inEveryLook(page, async () => expectAccessible(page))
  })

  test('the question before a resend', async ({ page, signInAs, demoApi }) => {
    await signInAs('support')
    // What other tests left behind went to endpoints that are deleted, and cannot be resent.
    const { endpoints } = await demoApi.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
    const id = endpoints.find(({ name }) => name === 'Accounting')?.id ?? ''
    await visit(page, `/deliveries?status=failed&endpoint=${id}`)
    await rows(page)
      .nth(0)
      .getByRole('button', { name: /^Resend/ })
      .click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await inEveryLook(page, async () => expectAccessible(page))
  })

  test('its lists and dates, open', async ({ page, signInAs }) => {
    await signInAs('support')
    await visit(page, '/deliveries')
    for (const name of ['Event type', 'HTTP status', 'Date']) {
      await page
        .getByRole('button', { name, exact: true })
        .or(page.getByRole('combobox', { name, exact: true }))
        .click()
      await expect(
        page.getByRole('dialog', { name }).or(page.getByRole('button', { name: 'Apply range' })),
      ).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    }
    await page.setViewportSize({ width: 375, height: 800 })
    await page.getByRole('button', { name: 'Filters' }).click()
    await choose(page, 'Error', /^Timeout/)
    await expect(page).toHaveURL(/error=timeout$/)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show deliveries' }).click()
    await expect(page.getByRole('button', { name: 'Filters 1' })).toBeFocused()
  })

  test('nothing matches, and good news', async ({ page, signInAs }) => {
    await signInAs('support')
    await visit(page, '/deliveries?q=nobody-and-nothing&status=failed')
    await expect(page.getByText('The filters are: Search: nobody-and-nothing, Status: Failed.')).toBeVisible()
    await inEveryLook(page, async () => expectAccessible(page))
    await page.getByRole('link', { name: 'Clear filters' }).click()
    await expect(rows(page)).toHaveCount(PAGE)
  })

  test('a store in which nothing happened yet', async ({ page, signInToEmptyStore }) => {
    await signInToEmptyStore()
    await visit(page, '/deliveries')
    await expect(page.getByRole('heading', { name: 'No deliveries yet' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Go to webhooks' })).toHaveAttribute(
      'href',
      '/settings/webhooks',
    )
    await inEveryLook(page, async () => expectAccessible(page))
    await visit(page, '/deliveries?status=failed&range=24h')
    await expect(page.getByText('No failed deliveries in the last 24 hours')).toBeVisible()
    await expectAccessible(page)
  })
})
