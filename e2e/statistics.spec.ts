import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { bucketMs, histogramBucket } from '@/lib/webhooks/histogram'
import type { Api } from './fixtures/api'
import { test as dashboard, expect } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { createKnownStore, type KnownStore } from './fixtures/known-statistics'
import { latch } from './fixtures/latch'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { shapes } from './fixtures/shapes'

const test = dashboard.extend<{ signInToKnownStore: () => Promise<void> }, { known: KnownStore }>({
  known: [
    async ({ shopbell }, use) => use(await createKnownStore(shopbell)),
    { scope: 'worker', timeout: 120_000 },
  ],
  signInToKnownStore: async ({ context, known }, use) => {
    await use(() => context.addCookies([known.session]))
  },
})

const counts = new Intl.NumberFormat('en')
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
const monthDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A rate as screens write it, from whole numbers. */
function percent(part: number, whole: number): string {
  if (whole === 0) return '—'
  const hundredths = Math.floor((part * 10_000) / whole)
  return `${(hundredths / 100).toFixed(hundredths % 100 === 0 ? 0 : 2)} %`
}

/** A duration as screens write it. */
function time(ms: number | null): string {
  if (ms === null) return '—'
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(2)} s`
}

/** "Sat 21 Nov" of `2026-11-21`. */
function dayWords(date: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  return `${weekday.format(at)} ${monthDay.format(at).replace('Sept', 'Sep')}`
}

const bucketTime = (ms: number) => time(bucketMs(histogramBucket(ms)))
const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const byEndpoint = (page: Page) => card(page, 'By endpoint')

/** What a tile says, without its explanation. */
async function tile(page: Page, label: string): Promise<string[]> {
  const found = page
    .getByRole('region', { name: 'Summary' })
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
  const lines = await found.locator('dd').allInnerTexts()
  return lines.slice(0, -1).map((line) => line.replace(/\s+/g, ' ').trim())
}

/** A table's body as texts, whatever its columns. */
async function cells(table: Locator): Promise<string[][]> {
  const rows = await table.locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) =>
      (await row.locator('th, td').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
    ),
  )
}

async function storeStatistics(api: Api, query: Record<string, string>) {
  const path = `/2025-09/statistics?${new URLSearchParams(query)}`
  return (await api.expect(200, shapes.statistics, 'GET', path)).statistics
}

async function viewAsTable(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: `View as table ${title}` }).click()
  return card(page, title).getByRole('table')
}

/** The lines of the file behind a card's button, as cells; none of them may have a comma in it. */
async function downloaded(page: Page, title: string): Promise<{ name: string; text: string }> {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: `CSV ${title}` }).click()
  const download = await started
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

test.describe('the demo store', () => {
  // The delivery engine may finish a retry of it at any moment: then the two are asked once more.
  for (const days of [30, 7, 90]) {
    test(`has the numbers of the API on screen: ${days} days`, async ({ page, signInAs, demoApi }) => {
      await signInAs('support')
      await expect(async () => {
        const expected = await storeStatistics(demoApi, { days: String(days) })
        await visit(page, days === 30 ? '/statistics' : `/statistics?days=${days}`)
        const { delivered, failed, cancelled, pending, recovered, success_rate } = expected.deliveries
        expect(success_rate).not.toBeNull()
        expect((await tile(page, 'Deliveries'))[0]).toBe(counts.format(delivered + failed + cancelled))
        expect((await tile(page, 'Success rate'))[0]).toBe(percent(delivered, delivered + failed))
        expect((await tile(page, 'First-attempt success'))[0]).toBe(
          percent(
            Math.round((expected.first_attempt_success_rate ?? 0) * (delivered + failed)),
            delivered + failed,
          ),
        )
        expect((await tile(page, 'Response time, p95'))[0]).toBe(time(expected.response_time_ms.p95))
        expect(await tile(page, 'Pending now')).toEqual([counts.format(pending)])
        expect(await tile(page, 'Recovered by resend')).toEqual([counts.format(recovered)])

        const times = card(page, 'Response times').locator('dl dd')
        const { p50, p95, p99 } = expected.response_time_ms
        expect(await times.allInnerTexts()).toEqual([time(p50), time(p95), time(p99)])

        const daily = await cells(await viewAsTable(page, 'Deliveries per day'))
        const [today, ...earlier] = expected.daily.toReversed()
        expect(daily[0]?.[0]).toBe(`${dayWords(today?.date ?? '')} so far`)
        expect(daily.slice(1).map(([day]) => day)).toEqual(earlier.map(({ date }) => dayWords(date)))
        expect(daily.map(([, ...numbers]) => [numbers[0], numbers[1], numbers[3]])).toEqual(
          expected.daily
            .toReversed()
            .map((day) => [
              counts.format(day.delivered),
              counts.format(day.failed),
              percent(day.delivered, day.delivered + day.failed),
            ]),
        )
        const p95s = await cells(await viewAsTable(page, 'Response times'))
        expect(p95s.map(([, p95]) => p95)).toEqual(expected.daily.toReversed().map(({ p95 }) => time(p95)))

        const errors = await cells(await viewAsTable(page, 'Errors'))
        const total = expected.errors.reduce((sum, error) => sum + error.count, 0)
        expect(total).toBe(failed)
        expect(errors.map(([, ...rest]) => rest)).toEqual(
          expected.errors.map((error) => [
            String(error.http_status ?? '—'),
            counts.format(error.count),
            percent(error.count, total),
          ]),
        )
      }).toPass({ timeout: 40_000 })
    })
  }

  test('compares its endpoints with the numbers of the API', async ({ page, signInAs, demoApi }) => {
    await signInAs('operator')
    const { endpoints } = await demoApi.expect(
      200,
      shapes.endpoints,
      'GET',
      '/2025-09/webhook_endpoints?limit=100',
    )
    expect(endpoints.length).toBeGreaterThan(4)
    await expect(async () => {
      await visit(page, '/statistics?sort=name')
      const rows = await cells(byEndpoint(page).getByRole('table'))
      const all = await storeStatistics(demoApi, {})
      const finished = all.deliveries.delivered + all.deliveries.failed + all.deliveries.cancelled
      for (const { id, name } of endpoints) {
        const { deliveries, response_time_ms, errors } = await demoApi.getStatistics(id)
        const { delivered, failed, cancelled } = deliveries
        const own = delivered + failed + cancelled
        const row = rows.find(([of]) => of === name)
        expect(row?.slice(0, 6)).toEqual([
          name,
          `${counts.format(own)} ${percent(own, finished)}`,
          counts.format(delivered),
          counts.format(failed),
          percent(delivered, delivered + failed),
          time(response_time_ms.p95),
        ])
        const [worst] = errors
        expect(row?.[6]).toContain(worst ? `(${counts.format(worst.count)})` : '—')
      }
    }).toPass({ timeout: 40_000 })
  })

  test('can be asked for an endpoint and an event type', async ({ page, signInAs, demoApi }) => {
    await signInAs('admin')
    const { endpoints } = await demoApi.expect(
      200,
      shapes.endpoints,
      'GET',
      '/2025-09/webhook_endpoints?limit=100',
    )
    const accounting = endpoints.find(({ name }) => name === 'Accounting')
    if (!accounting) throw new Error('The demo store has no endpoint of this name.')
    await visit(page, '/statistics')
    await page.getByLabel('Endpoint', { exact: true }).selectOption('Accounting')
    await expect(page).toHaveURL(`/statistics?endpoint=${accounting.id}`)
    await expect(byEndpoint(page)).toHaveCount(0)
    await page.getByLabel('Event type').selectOption('order.paid')
    await expect(page).toHaveURL(`/statistics?endpoint=${accounting.id}&type=order.paid`)
    const deliveries = async () => (await tile(page, 'Deliveries'))[0]
    await expect
      .poll(async () => {
        const query = { endpoint_id: accounting.id, event_type: 'order.paid' }
        const { delivered, failed, cancelled } = (await storeStatistics(demoApi, query)).deliveries
        const expected = counts.format(delivered + failed + cancelled)
        return [await deliveries(), Number(delivered > 0)].join() === [expected, 1].join()
      })
      .toBe(true)

    await page.getByLabel('Endpoint', { exact: true }).selectOption('All endpoints')
    await expect(page).toHaveURL('/statistics?type=order.paid')
    await expect(byEndpoint(page).getByRole('rowheader', { name: 'ERP orders' })).toBeVisible()
  })
})

test.describe('a store whose numbers are known', () => {
  test.beforeEach(({ signInToKnownStore }) => signInToKnownStore())

  test('shows them, and how they changed', async ({ page, known }) => {
    await visit(page, '/statistics?days=7')
    expect(await tile(page, 'Deliveries')).toEqual(['53', 'Up 165 % from 20'])
    expect(await tile(page, 'Success rate')).toEqual([percent(39, 46), 'Down 15.22 points from 100 %'])
    expect(await tile(page, 'First-attempt success')).toEqual([
      percent(36, 46),
      'Down 21.74 points from 100 %',
    ])
    const [, before] = [bucketTime(100), bucketTime(250)]
    expect((await tile(page, 'Response time, p95'))[0]).toBe(bucketTime(100))
    expect((await tile(page, 'Response time, p95'))[1]).toMatch(new RegExp(`^Down .* from ${before}$`))
    expect(await tile(page, 'Pending now')).toEqual(['0'])
    expect(await tile(page, 'Recovered by resend')).toEqual(['1'])

    const shortDay = (ago: number) => dayWords(known.day(ago)).slice(4)
    const period = page.getByText(`${shortDay(6)} – ${shortDay(0)}`, { exact: true })
    await expect(period).toBeVisible()
    await expect(page.getByText(`Compared with ${shortDay(13)} – ${shortDay(7)}`)).toBeVisible()
    await expect(page.getByText('Days begin at midnight in Europe/Berlin').first()).toBeVisible()
    await expect(page.getByText(/^Updated \d\d:\d\d$/)).toBeVisible()

    await page.getByText('How this is counted').click()
    await expect(page.getByText('Cancelled deliveries and test sends do not count.')).toBeVisible()
    await expect(page.getByText('Today has not ended, so its numbers still grow.')).toBeVisible()
  })

  test('says that there is nothing to compare with where the records do not reach', async ({
    page,
    known,
  }) => {
    await visit(page, '/statistics')
    expect(await tile(page, 'Deliveries')).toEqual(['73'])
    expect(await tile(page, 'Success rate')).toEqual([percent(59, 66)])
    await expect(page.getByText('No earlier data to compare with')).toBeVisible()
    await page.getByText('How this is counted').click()
    await expect(
      page.getByText(`The first day on record is ${dayWords(known.day(45)).slice(4)}`),
    ).toBeVisible()
  })

  test('draws a day as it counts it, and leaves a day without traffic out of the line', async ({
    page,
    known,
  }) => {
    await visit(page, '/statistics?days=7')
    const chart = card(page, 'Deliveries per day')
    const plot = chart.getByRole('application')
    await expect(chart.getByText('Success rate; this axis begins at 50 %')).toBeVisible()
    // One of each kind that was counted: bars of no height are not drawn.
    await expect(plot.locator('.recharts-bar').nth(0).locator('path')).toHaveCount(2)
    await expect(plot.locator('.recharts-bar').nth(1).locator('path')).toHaveCount(2)
    await expect(plot.locator('.recharts-bar').nth(2).locator('path')).toHaveCount(2)
    // Two days with a rate; between them one without, and the last has not ended.
    await expect(plot.locator('.recharts-line-dot')).toHaveCount(2)
    await expect(plot.getByText('Today')).toBeVisible()
    await plot.focus()
    for (const _ of Array(4)) await page.keyboard.press('ArrowRight')
    const numbers = chart.getByRole('status')
    await expect(numbers).toContainText(dayWords(known.day(2)))
    await expect(numbers.locator('dd')).toHaveText(['31', '5', '4', percent(31, 36)])
    await page.keyboard.press('ArrowRight')
    await expect(numbers.locator('dd')).toHaveText(['0', '0', '0', '—'])
    await page.keyboard.press('ArrowRight')
    await expect(numbers).toContainText(`${dayWords(known.day(0))}, so far`)
    await expect(numbers.locator('dd')).toHaveText(['8', '2', '0', percent(8, 10)])
  })

  test('has the same numbers in tables, which keep the focus where it was', async ({ page, known }) => {
    await visit(page, '/statistics?days=7')
    const toggle = page.getByRole('button', { name: 'View as table Deliveries per day' })
    await toggle.focus()
    await page.keyboard.press('Enter')
    const back = page.getByRole('button', { name: 'View as chart Deliveries per day' })
    await expect(back).toBeFocused()
    const table = card(page, 'Deliveries per day').getByRole('table')
    expect(await cells(table)).toEqual([
      [`${dayWords(known.day(0))} so far`, '8', '2', '0', percent(8, 10)],
      [dayWords(known.day(1)), '0', '0', '0', '—'],
      [dayWords(known.day(2)), '31', '5', '4', percent(31, 36)],
      [dayWords(known.day(3)), '0', '0', '3', '—'],
      ...[4, 5, 6].map((ago) => [dayWords(known.day(ago)), '0', '0', '0', '—']),
    ])
    await page.keyboard.press('Enter')
    await expect(toggle).toBeFocused()
    await expect(table).toHaveCount(0)

    expect(await cells(await viewAsTable(page, 'Response times'))).toEqual([
      [`${dayWords(known.day(0))} so far`, bucketTime(100)],
      [dayWords(known.day(1)), '—'],
      [dayWords(known.day(2)), bucketTime(100)],
      ...[3, 4, 5, 6].map((ago) => [dayWords(known.day(ago)), '—']),
    ])
    expect(await cells(await viewAsTable(page, 'Errors'))).toEqual([
      ['Timeout', '—', '5', percent(5, 7)],
      ['HTTP error 503', '503', '2', percent(2, 7)],
    ])
  })

  test('leads from an error to its deliveries, as far back as the log goes', async ({ page, known }) => {
    await visit(page, '/statistics?days=7')
    const errors = card(page, 'Errors')
    const week = `from=${known.day(6)}&to=${known.day(0)}`
    await expect(errors.getByRole('link', { name: 'Timeout' })).toHaveAttribute(
      'href',
      `/deliveries?status=failed&error=timeout&${week}`,
    )
    await errors.getByRole('link', { name: 'HTTP error 503' }).click()
    await expect(page).toHaveURL(`/deliveries?status=failed&error=http_error&code=503&${week}`)

    await visit(page, `/statistics?days=90&endpoint=${known.endpoints.orders}&type=order.paid`)
    await expect(errors).toContainText(
      `The log no longer has what is older than ${dayWords(known.day(30)).slice(4)}: links begin there.`,
    )
    await expect(errors.getByRole('link', { name: 'DNS error' })).toHaveAttribute(
      'href',
      `/deliveries?status=failed&error=dns_error&endpoint=${known.endpoints.orders}&type=order.paid&from=${known.day(30)}&to=${known.day(0)}`,
    )
  })

  test('sorts its endpoints, and keeps the order in the address', async ({ page, known }) => {
    await visit(page, '/statistics?days=7')
    const table = byEndpoint(page).getByRole('table')
    const { orders, formula, deleted } = known.names
    const order = async () => (await cells(table)).map(([name]) => name)
    const head = (name: string) => table.getByRole('columnheader', { name, exact: true })
    expect(await cells(table)).toEqual([
      [orders, `45 ${percent(45, 53)}`, '39', '2', percent(39, 41), bucketTime(100), 'HTTP error 503 (2)'],
      [formula, `5 ${percent(5, 53)}`, '0', '5', '0 %', bucketTime(900), 'Timeout (5)'],
      [`${deleted} Deleted`, `3 ${percent(3, 53)}`, '0', '0', '—', '—', '—'],
    ])
    await expect(head('Deliveries')).toHaveAttribute('aria-sort', 'descending')
    await expect(head('Failed')).toHaveAttribute('aria-sort', 'none')

    await head('Failed').getByRole('button').click()
    await expect(page).toHaveURL('/statistics?days=7&sort=-failed')
    await expect(head('Failed')).toHaveAttribute('aria-sort', 'descending')
    await expect(head('Failed').getByRole('button')).toBeFocused()
    await expect.poll(order).toEqual([formula, orders, `${deleted} Deleted`])
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/statistics?days=7&sort=failed')
    await expect.poll(order).toEqual([`${deleted} Deleted`, orders, formula])
    await head('Success rate').getByRole('button').click()
    await expect.poll(order).toEqual([formula, orders, `${deleted} Deleted`])

    await page.reload()
    await expect(head('Success rate')).toHaveAttribute('aria-sort', 'ascending')
    expect(await order()).toEqual([formula, orders, `${deleted} Deleted`])

    // One that is deleted has no pages: its numbers are here.
    await table.getByRole('link', { name: deleted }).click()
    await expect(page).toHaveURL(`/statistics?days=7&endpoint=${known.endpoints.deleted}`)
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('3')
    await expect(page.getByText('No delivery failed in these days')).toBeVisible()
    await expect(page.getByText('No request was sent in these days')).toBeVisible()
    await expect(page.getByLabel('Endpoint', { exact: true })).toHaveValue(known.endpoints.deleted)
  })

  test('gives its numbers as files, raw, and with no formula in them', async ({ page, known }) => {
    await visit(page, '/statistics?days=7')
    const span = `${known.day(6)}-to-${known.day(0)}`
    const daily = await downloaded(page, 'Deliveries per day')
    expect(daily.name).toBe(`shopbell-known-daily-${span}.csv`)
    expect(daily.text.replace('\uFEFF', '').split('\r\n')).toEqual([
      'date,delivered,failed,cancelled,success_rate',
      ...[6, 5, 4].map((ago) => `${known.day(ago)},0,0,0,`),
      `${known.day(3)},0,0,3,`,
      `${known.day(2)},31,5,4,${31 / 36}`,
      `${known.day(1)},0,0,0,`,
      `${known.day(0)},8,2,0,0.8`,
      '',
    ])
    const times = await downloaded(page, 'Response times')
    expect(times.name).toBe(`shopbell-known-response-times-${span}.csv`)
    const p95 = bucketMs(histogramBucket(100))
    expect(times.text).toContain(`${known.day(2)},${p95}\r\n${known.day(1)},\r\n${known.day(0)},${p95}\r\n`)

    const errors = await downloaded(page, 'Errors')
    expect(errors.text).toBe(
      `\uFEFFerror,http_status,failed,share\r\ntimeout,,5,${5 / 7}\r\nhttp_error,503,2,${2 / 7}\r\n`,
    )
    const endpoints = await downloaded(page, 'By endpoint')
    expect(endpoints.name).toBe(`shopbell-known-endpoints-${span}.csv`)
    expect(endpoints.text).toContain(
      `\r\n${known.endpoints.formula},"'=HYPERLINK(""http://127.0.0.1"",""Lager Köln"")",false,5,${5 / 53},0,5,0,0,`,
    )
    expect(endpoints.text).toContain(`\r\n${known.endpoints.deleted},${known.names.deleted},true,3,`)

    await page.getByLabel('Event type').selectOption('order.created')
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('1')
    expect((await downloaded(page, 'Deliveries per day')).name).toBe(
      `shopbell-known-daily-${span}-order.created.csv`,
    )
  })

  test('keeps the old numbers until the new ones are there, and asks for them alone', async ({ page }) => {
    await visit(page, '/statistics')
    const asked: string[] = []
    const held = latch()
    await page.route('**/statistics**', async (route) => {
      const request = route.request()
      asked.push(request.headers()['next-action'] ? 'action' : `${request.method()} ${request.url()}`)
      await held.opened
      await route.continue()
    })
    await page.getByText('7 days', { exact: true }).click()
    await expect(page).toHaveURL('/statistics?days=7')
    await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked()
    const busy = page.locator('[aria-busy="true"]').filter({ has: page.getByText('First-attempt success') })
    await expect(busy).toBeVisible()
    expect((await tile(page, 'Deliveries'))[0]).toBe('73')
    held.open()
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('53')
    await expect(busy).toHaveCount(0)
    await expect.poll(async () => (await cells(byEndpoint(page).getByRole('table')))[0]?.[2]).toBe('39')
    expect(asked, 'the report and the comparison').toEqual(['action', 'action'])

    await page.goBack()
    await expect(page).toHaveURL('/statistics')
    await expect(page.getByRole('radio', { name: '30 days' })).toBeChecked()
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('73')
    await page.goForward()
    await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked()
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('53')
  })

  test('follows who changes their mind before the answer is there', async ({ page }) => {
    await visit(page, '/statistics')
    const held = latch()
    await page.route('**/statistics**', async (route) => {
      await held.opened
      await route.continue()
    })
    await page.getByText('7 days', { exact: true }).click()
    await expect(page).toHaveURL('/statistics?days=7')
    await page.getByText('90 days', { exact: true }).click()
    await expect(page).toHaveURL('/statistics?days=90')
    held.open()
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('74')
    await page.goBack()
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('53')
    await page.goBack()
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('73')
  })

  test('can be used by keyboard alone', async ({ page }) => {
    await visit(page, '/statistics')
    await page.getByRole('radio', { name: '30 days' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(page).toHaveURL('/statistics?days=7')
    await expect(page.getByRole('radio', { name: '7 days' })).toBeFocused()
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('53')
    await expect(card(page, 'Deliveries per day').getByRole('application')).toBeVisible()
    await expect(card(page, 'Response times').getByRole('application')).toBeVisible()
    const stops: string[] = []
    for (let stop = 0; stop < 13; stop++) {
      await page.keyboard.press('Tab')
      stops.push(
        await page.evaluate(() => {
          const focused = document.activeElement
          const label = focused instanceof HTMLSelectElement ? focused.labels[0]?.textContent : null
          return label ?? focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() ?? ''
        }),
      )
    }
    expect(stops).toEqual([
      'Endpoint',
      'Event type',
      'How this is counted',
      'View as table Deliveries per day',
      'CSV Deliveries per day',
      expect.stringContaining('Deliveries per day and their success rate'),
      'View as table Errors',
      'CSV Errors',
      'Timeout',
      'HTTP error 503',
      'View as table Response times',
      'CSV Response times',
      expect.stringContaining('95th percentile'),
    ])
  })

  test('looks as it should, as charts and as tables', async ({ page }) => {
    test.setTimeout(180_000)
    await visit(page, '/statistics?days=7')
    await page.getByText('How this is counted').click()
    await inEveryLook(page, async () => {
      await expect(page.getByRole('application')).toHaveCount(2)
      await expectAccessible(page)
    })
    for (const title of ['Deliveries per day', 'Errors', 'Response times']) await viewAsTable(page, title)
    await inEveryLook(page, () => expectAccessible(page))
  })
})

test('a store in which nothing happened yet says so', async ({ page, signInToEmptyStore }) => {
  test.setTimeout(120_000)
  await signInToEmptyStore()
  await visit(page, '/statistics')
  await expect(page.getByRole('heading', { name: 'No statistics yet' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to webhooks' })).toHaveAttribute(
    'href',
    '/settings/webhooks',
  )
  await expect(page.getByRole('region', { name: 'Summary' })).toHaveCount(0)
  await inEveryLook(page, () => expectAccessible(page))

  await page.getByLabel('Event type').selectOption('order.paid')
  await expect(page.getByRole('heading', { name: 'No deliveries in these 30 days' })).toBeVisible()
  await expect(page.getByText('Filtered by event type order.paid.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL('/statistics')
})

test('an address that names no endpoint of the store shows nobody’s numbers', async ({
  page,
  signInAs,
  known,
}) => {
  await signInAs('admin')
  for (const endpoint of ['ERP', known.endpoints.orders]) {
    await visit(page, `/statistics?endpoint=${endpoint}`)
    await expect(page.getByRole('heading', { name: 'This store has no such endpoint' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Summary' })).toHaveCount(0)
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show all endpoints' }).click()
  await expect(page).toHaveURL('/statistics')
  await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible()
})

for (const role of ['operator', 'support', 'admin'] as const) {
  test(`${role}s may see it`, async ({ page, signInAs }) => {
    await signInAs(role)
    await page.goto('/statistics')
    await expect(page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible()
    await expect(byEndpoint(page).getByRole('table')).toBeVisible()
  })
}

test.describe('the page of an endpoint', () => {
  test('has its statistics and no comparison', async ({ page, signInToKnownStore, known }) => {
    test.setTimeout(120_000)
    await signInToKnownStore()
    const path = `/settings/webhooks/${known.endpoints.orders}/statistics`
    await visit(page, `${path}?days=7`)
    expect(await tile(page, 'Deliveries')).toEqual(['45', 'Up 125 % from 20'])
    expect(await tile(page, 'Success rate')).toEqual([percent(39, 41), expect.any(String)])
    await expect(byEndpoint(page)).toHaveCount(0)
    await expect(page.getByLabel('Endpoint', { exact: true })).toHaveCount(0)
    await expect(card(page, 'Errors').getByRole('link', { name: 'HTTP error 503' })).toHaveAttribute(
      'href',
      `/deliveries?status=failed&error=http_error&code=503&endpoint=${known.endpoints.orders}&from=${known.day(6)}&to=${known.day(0)}`,
    )
    await page.getByText('30 days', { exact: true }).click()
    await expect(page).toHaveURL(path)
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('65')
    await inEveryLook(page, async () => {
      await expect(page.getByRole('application')).toHaveCount(2)
      await expectAccessible(page)
    })
  })

  test('is not there for what is no endpoint of the store', async ({
    page,
    signInAs,
    known,
    expectComplaints,
  }) => {
    await signInAs('admin')
    expectComplaints(/404/)
    for (const id of ['we_nonsense', known.endpoints.orders]) {
      await page.goto(`/settings/webhooks/${id}/statistics`)
      await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
    }
  })
})

test.describe('what fails', () => {
  test.beforeEach(({ signInToKnownStore }) => signInToKnownStore())

  test('numbers that cannot be had are asked for again on request', async ({ page, expectComplaints }) => {
    expectComplaints(/ERR_FAILED/)
    await visit(page, '/statistics')
    await page.route('**/statistics**', (route) => route.abort())
    await page.getByText('7 days', { exact: true }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'The statistics could not be loaded' })
    await expect(alert).toContainText('Shopbell could not be reached')
    await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked()
    await page.unroute('**/statistics**')
    await alert.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(async () => (await tile(page, 'Deliveries'))[0]).toBe('53')
  })

  test('a comparison that cannot be had leaves the rest', async ({ page, expectComplaints }) => {
    expectComplaints(/ERR_FAILED/)
    await visit(page, '/statistics')
    await page.route('**/statistics**', async (route) => {
      const response = await route.fetch()
      const isReport = (await response.text()).includes('recordedSince')
      return isReport ? route.fulfill({ response }) : route.abort()
    })
    await page.getByText('7 days', { exact: true }).click()
    await expect(byEndpoint(page).getByRole('alert')).toContainText('The endpoints could not be compared')
    expect((await tile(page, 'Deliveries'))[0]).toBe('53')
    await page.unroute('**/statistics**')
    await byEndpoint(page).getByRole('button', { name: 'Retry' }).click()
    await expect(byEndpoint(page).getByRole('table')).toBeVisible()
  })

  test('a chart whose code cannot be had leaves its numbers', async ({ page, expectComplaints }) => {
    expectComplaints(/ERR_FAILED|Failed to load chunk|ChunkLoadError/)
    await page.route('**/_next/static/chunks/*.js', async (route) => {
      const response = await route.fetch()
      const isChart = (await response.text()).includes('recharts-surface')
      return isChart ? route.abort() : route.fulfill({ response })
    })
    await visit(page, '/statistics?days=7')
    const chart = card(page, 'Deliveries per day')
    await expect(chart.getByRole('alert')).toContainText('The chart could not be drawn')
    expect((await cells(chart.getByRole('table')))[0]?.slice(1)).toEqual(['8', '2', '0', percent(8, 10)])
    expect((await tile(page, 'Deliveries'))[0]).toBe('53')
    await expect(byEndpoint(page).getByRole('table')).toBeVisible()
    await expectAccessible(page)
  })
})
