import type { Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { expect, test } from './fixtures/dashboard'
import { deleteJourneys, field, fill, NEW_ENDPOINT, tick } from './fixtures/endpoint-form'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { standardHeaders } from './fixtures/received'
import { shapes } from './fixtures/shapes'

const submit = (page: Page) => page.getByRole('button', { name: 'Create webhook endpoint' })
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'The endpoint was not created' })
const created = (page: Page) => page.getByRole('heading', { level: 1, name: 'Endpoint created' })
const selected = (page: Page, count: number) => page.getByText(`${count} selected`)

test.afterEach(({ demoApi }) => deleteJourneys(demoApi))

test('a first receiving endpoint takes six steps from the list', async ({
  page,
  signInAs,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await visit(page, '/settings/webhooks')
  await page.getByRole('link', { name: 'Create webhook endpoint' }).click()
  await field(page, 'Name').fill('Journey orders')
  await field(page, 'URL').fill(receiver.url)
  await page.getByRole('searchbox', { name: 'Search event types' }).fill('order.paid')
  await page.getByRole('checkbox', { name: /^order\.paid/ }).check()
  await submit(page).click()

  await expect(created(page)).toBeFocused()
  await expect(page).toHaveTitle('Endpoint created · Shopbell')
  await expect(page.getByText('“Journey orders” gets the events that happen from now on.')).toBeVisible()
  await expect(page.getByText(/Delivered: the receiver answered 200/)).toBeVisible()
  const secret = (await page.locator('code').first().textContent()) ?? ''
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  const [request] = await receiver.waitFor(1)
  if (!request) throw new Error('Nothing arrived.')
  const verified = new Webhook(`whsec_${secret}`).verify(request.rawBody.toString(), standardHeaders(request))
  expect(verified).toMatchObject({ type: 'order.paid', test: true })

  await page.getByRole('button', { name: 'Send another test event' }).click()
  await receiver.waitFor(2)
  await expect(page.getByText(/Delivered: the receiver answered 200/)).toBeVisible()

  for (const [label, code] of [
    ['Python', 'def is_genuine'],
    ['PHP', 'HTTP_WEBHOOK_SIGNATURE'],
    ['Ruby', 'def genuine?'],
    ['Go', 'func IsGenuine'],
    ['Node.js', "headers['webhook-signature']"],
  ] as const) {
    await page.getByRole('tab', { name: label }).click()
    await expect(page.locator('[role=tabpanel]:not([inert])')).toContainText(code)
  }
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  // Reloading shows no empty form, and nothing asks whether to leave.
  const address = new URL(page.url()).searchParams.get('created') ?? ''
  expect(address).toMatch(/^we_/)
  await page.reload()
  await expect(page).toHaveURL((url) => url.pathname === `/settings/webhooks/${address}`)
})

test('a receiver that fails is explained, and can be tried again', async ({
  page,
  signInAs,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  receiver.setBehaviour((_, response) => void response.writeHead(404).end('no such route'))
  await signInAs('admin')
  await visit(page, NEW_ENDPOINT)
  await fill(page, { name: 'Journey fails', url: receiver.url })
  await submit(page).click()
  await expect(page.getByText(/^Not delivered: 404/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Test event' })).toContainText('no such route')
  await expectAccessible(page)
  receiver.setBehaviour((_, response) => void response.end('ok'))
  await page.getByRole('button', { name: 'Send another test event' }).click()
  await expect(page.getByText(/Delivered: the receiver answered 200/)).toBeVisible()
  await page.getByRole('link', { name: 'Open endpoint' }).click()
  await expect(page).toHaveURL(/\/settings\/webhooks\/we_[0-9a-z]{26}$/)
})

test('can be made by keyboard alone', async ({ page, signInAs, startReceiver }) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await expect(field(page, 'Name')).toBeVisible()
  await page.getByRole('heading', { level: 1 }).focus()
  const { keyboard } = page
  const typeInto = async (name: string, text: string) => {
    await keyboard.press('Tab')
    await expect(field(page, name)).toBeFocused()
    await keyboard.type(text)
  }
  await keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'URL' })).toBeFocused()
  await typeInto('Name', 'Journey keys')
  await typeInto('Description', 'Made without a mouse')
  await typeInto('URL', receiver.url)
  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Insert placeholder' })).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Payload format' })).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByText('Preview of what is sent')).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: /ticked below/ })).toBeFocused()
  await keyboard.press('Tab')
  const search = page.getByRole('searchbox', { name: 'Search event types' })
  await expect(search).toBeFocused()

  // Enter in the search leads into the list and does not send the form.
  await keyboard.press('Enter')
  const orders = page.getByRole('checkbox', { name: 'All of Orders' })
  await expect(orders).toBeFocused()
  await expect(orders).toHaveAttribute('aria-expanded', 'false')
  await keyboard.press('ArrowRight')
  await expect(orders).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('button', { name: 'Event types of Orders' })).toHaveAttribute(
    'aria-expanded',
    'true',
  )
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('checkbox', { name: /^order\.created/ })).toBeFocused()
  await keyboard.press('Space')
  await expect(selected(page, 1)).toBeVisible()
  await expect(orders).toHaveJSProperty('indeterminate', true)
  await keyboard.press('ArrowLeft')
  await expect(orders).toBeFocused()
  await keyboard.press('Space')
  await expect(selected(page, 11)).toBeVisible()
  await expect(orders).toBeChecked()
  await keyboard.press('End')
  await expect(page.getByRole('checkbox', { name: 'All of Unit types' })).toBeFocused()
  await keyboard.press('Home')
  await keyboard.press('ArrowLeft')
  await expect(page.getByRole('checkbox', { name: /^order\.created/ })).toBeHidden()
  await keyboard.press('Enter')
  await expect(summary(page)).toBeHidden()

  // The group's own button, what is folded, and the button.
  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Event types of Orders' })).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByText('Advanced settings')).toBeFocused()
  await keyboard.press('Tab')
  await expect(submit(page)).toBeFocused()
  await keyboard.press('Enter')
  await expect(created(page)).toBeFocused()
  const [request] = await receiver.waitFor(1)
  expect(JSON.parse(request?.rawBody.toString() ?? '{}').type).toBe('order.created')
})

test('the event types can be searched, looked into, chosen by group and cleared', async ({
  page,
  signInAs,
}) => {
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  const search = page.getByRole('searchbox', { name: 'Search event types' })
  await search.fill('credit note')
  await expect(page.getByText(', 2 found')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Selected: 0, found: 2' })).toHaveCount(1)
  await page.getByRole('checkbox', { name: 'All found of Credit notes' }).check()
  await expect(selected(page, 2)).toBeVisible()
  await search.fill('no such thing')
  await expect(page.getByText('No event type matches “no such thing”.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show all event types' }).click()
  await page.getByRole('checkbox', { name: /^credit_note\.updated/ }).uncheck()
  await expect(page.getByRole('checkbox', { name: 'All of Credit notes' })).toHaveJSProperty(
    'indeterminate',
    true,
  )
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  const sample = page.getByRole('button', { name: 'Sample of credit_note.created' })
  await sample.click()
  const dialog = page.getByRole('dialog', { name: 'Sample of credit_note.created' })
  await expect(dialog.getByText('"api_version": "2025-09"')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.keyboard.press('Escape')
  await expect(sample).toBeFocused()

  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(selected(page, 0)).toBeVisible()
  await expect(search).toBeFocused()
})

test('all event types are an explicit choice, and what was ticked is kept beside it', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await fill(page, { name: 'Journey all', url: receiver.url })
  await page.getByRole('radio', { name: /All event types, including future ones/ }).check()
  await expect(page.getByRole('searchbox', { name: 'Search event types' })).toBeHidden()
  await page.getByRole('radio', { name: /ticked below/ }).check()
  await expect(selected(page, 1)).toBeVisible()
  await page.getByRole('radio', { name: /All event types, including future ones/ }).check()
  await page.getByText('Advanced settings').click()
  await page.getByRole('radio', { name: /^Short/ }).check()
  await page.getByRole('spinbutton', { name: 'Time limit in seconds' }).fill('2.5')
  await page.getByRole('spinbutton', { name: 'Requests per second' }).fill('10')
  await page.getByRole('spinbutton', { name: 'Requests at once' }).fill('3')
  await expect(
    page.getByText('At most 3 requests at once, 10 a second; each may take up to 2.5 s.'),
  ).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.getByText('Advanced settings').click()
  await expect(
    page.getByText('Short retries · 2.5 s · 10 a second · 3 at once · no filter · no headers'),
  ).toBeVisible()
  await submit(page).click()
  await expect(created(page)).toBeVisible()
  const { endpoints } = await demoApi.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
  expect(endpoints.find(({ name }) => name === 'Journey all')).toMatchObject({
    all_event_types: true,
    retry_policy: 'short',
    timeout_seconds: 2.5,
    rate_limit: 10,
    concurrency: 3,
  })
})

test('e-mail is offered with the reason why it cannot be chosen here', async ({ page, signInAs }) => {
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  const email = page.getByRole('radio', { name: 'E-mail' })
  await expect(email).toBeDisabled()
  await expect(email).toHaveAccessibleDescription(/no mail server.*SMTP_URL/)
  await inEveryLook(page, () => expectAccessible(page))
})

test('a URL with placeholders is shown as it will be, while it is typed', async ({
  page,
  signInAs,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  const url = field(page, 'URL')
  const preview = page.getByRole('region', { name: 'Preview of the URL' })
  await field(page, 'Name').fill('Journey places')
  await url.fill(`${receiver.url}/orders`)
  await expect(preview).toBeHidden()

  // By keyboard: the ids come first, and what is chosen stands where the caret was.
  await url.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText(/^id\d+$/)
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.keyboard.type('customer.id')
  await page.keyboard.press('Enter')
  await expect(url).toBeFocused()
  await expect(url).toHaveValue(`${receiver.url}/orders{{customer.id}}`)
  await expect(preview).toContainText('With the sample of order.created, until you choose event types')
  await expect(preview.getByRole('listitem')).toHaveText(/^customer\.id\d+$/)

  await url.fill(`${receiver.url}/orders/{{order_id}}?colour={{colour}}`)
  await tick(page, 'cart.updated')
  await tick(page, 'order.paid')
  await expect(preview).toContainText('order_idnothing: becomes empty')
  await preview.getByRole('combobox', { name: 'With the sample of' }).selectOption('order.paid')
  await expect(preview.getByRole('listitem')).toHaveText([/^order_id\d+$/, 'colournothing: becomes empty'])
  await expect(preview.getByText(/\/orders\/\d+\?colour=$/)).toBeVisible()
  await expect(preview.getByRole('status')).toHaveText('Nothing is found for colour.')
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  const fault = /^A placeholder is written \{\{name\}\}/
  await url.fill(`${receiver.url}/{{order_id}`)
  await expect(preview.getByText(fault)).toBeVisible()
  await url.blur()
  await expect(url).toHaveAccessibleDescription(fault)
  await expect(preview.getByText(fault)).toBeHidden()
  await url.fill(`${receiver.url}/orders/{{order_id}}`)
  await submit(page).click()
  await expect(created(page)).toBeVisible()
  const [request] = await receiver.waitFor(1)
  expect(request?.path).toMatch(/^\/orders\/$/)
})

test('a header of one’s own is sent, and is nowhere to be read', async ({
  page,
  signInAs,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const secret = 'Bearer journey-of-a-header'
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await fill(page, { name: 'Journey headers', url: receiver.url })
  await page.getByText('Advanced settings').click()
  const headers = page.getByRole('group', { name: 'Custom headers' })
  const add = headers.getByRole('button', { name: 'Add header' })
  const name = (index: number) => page.locator(`#endpoint-headers-${index}-name`)
  const value = (index: number) => page.locator(`#endpoint-headers-${index}-value`)

  await add.click()
  await expect(name(0)).toBeFocused()
  await page.keyboard.type('Webhook-Id')
  await value(0).fill('x')
  await expect(name(0)).toHaveAccessibleDescription(/written by Shopbell .* cannot be set here/)
  await inEveryLook(page, async () => {
    // A button that is half under the bar at the top would count as too small.
    await page.evaluate(() => window.scrollTo(0, 0))
    await expectAccessible(page)
  })
  await page.setViewportSize({ width: 1280, height: 800 })

  // As a receiver's manual has them.
  await name(0).fill('')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), `Authorization: ${secret}\nX-Shop: 7`)
  await name(0).focus()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(name(0)).toHaveValue('Authorization')
  await expect(value(0)).toHaveValue(secret)
  await expect(name(1)).toHaveValue('X-Shop')
  await add.click()
  await name(2).fill('x-shop')
  await value(2).fill('ü')
  await submit(page).click()
  await expect(summary(page).getByRole('link')).toHaveText([
    /^Headers, header 3, name: There is a header of this name already/,
    /^Headers, header 3, value: A header’s value has letters without accents/,
  ])
  await summary(page).getByRole('link').last().click()
  await expect(value(2)).toBeFocused()
  await headers.getByRole('button', { name: 'Remove x-shop' }).last().click()
  await expect(headers).toBeFocused()
  await submit(page).click()
  await expect(created(page)).toBeVisible()
  const [request] = await receiver.waitFor(1)
  expect(request?.headers).toMatchObject({ authorization: secret, 'x-shop': '7' })

  await page.getByRole('link', { name: 'Open endpoint' }).click()
  await expect(page.getByText('Authorization, X-Shop')).toBeVisible()
  const overview = new URL(page.url()).pathname
  for (const path of [overview, `${overview}/settings`, `/api/screens/endpoints${overview.slice(18)}`]) {
    const text = await (await page.request.get(path)).text()
    expect(text, path).not.toContain('journey-of-a-header')
  }
})

test('what is wrong is said at its field and at the head, which links there', async ({ page, signInAs }) => {
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await page.getByText('Advanced settings').click()
  await page.getByRole('spinbutton', { name: 'Requests at once' }).fill('')
  await page.getByText('Advanced settings').click()
  await submit(page).click()
  await expect(summary(page)).toBeFocused()
  await expect(summary(page).getByRole('link')).toHaveText([
    'Name: Enter a name.',
    'URL: Enter a URL.',
    'Event types: Choose at least one event type.',
    'Requests at once: Use a whole number.',
  ])
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  // It is folded open again.
  await summary(page)
    .getByRole('link', { name: /^Requests at once/ })
    .click()
  await expect(page.getByRole('spinbutton', { name: 'Requests at once' })).toBeFocused()
  await summary(page)
    .getByRole('link', { name: /^Event types/ })
    .click()
  await expect(page.getByRole('group', { name: /Which events to send/ })).toBeFocused()
  await summary(page).getByRole('link', { name: /^Name/ }).click()
  await expect(field(page, 'Name')).toBeFocused()
  await expect(field(page, 'Name')).toHaveAccessibleDescription(/^Enter a name\./)
  await page.keyboard.type('J')
  await expect(field(page, 'Name')).toHaveAccessibleDescription(/^For your own use/)
})

test('a URL is judged when it is left, as the server judges it', async ({ page, signInAs }) => {
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  const url = field(page, 'URL')
  for (const [typed, said] of [
    ['http://shop.example.com/', 'The URL must start with https://, so that nobody can read what is sent.'],
    ['https://me:secret@shop.example.com/', 'The URL must not contain a user name or password.'],
    [
      'https://10.0.0.1/hook',
      '10.0.0.1 is a private or reserved address. Use a host that is on the internet.',
    ],
    ['https://[fd00::1]/', '[fd00::1] is a private or reserved address. Use a host that is on the internet.'],
    ['ftp://shop.example.com/', 'The URL must start with https://.'],
  ] as const) {
    await url.fill(typed)
    await expect(url).not.toHaveAttribute('aria-invalid')
    await url.blur()
    await expect(url).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByText(said, { exact: true })).toBeVisible()
  }
  // What is pasted with spaces around it is meant without them; nothing is wrong with an empty field that is left.
  await url.fill('  https://shop.example.com/hook ')
  await url.blur()
  await expect(url).toHaveValue('https://shop.example.com/hook')
  await expect(url).not.toHaveAttribute('aria-invalid')
  await url.fill('')
  await url.blur()
  await expect(url).not.toHaveAttribute('aria-invalid')
  await url.fill('http://localhost:3000/')
  await url.blur()
  await expect(url).not.toHaveAttribute('aria-invalid')
})

test('what the server alone refuses lands at its field, and everything stays', async ({
  page,
  signInAs,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await fill(page, { name: 'Journey refused', url: 'http://127.66.0.1:8080/' })
  await submit(page).click()
  await expect(summary(page)).toBeFocused()
  const message = '127.66.0.1 is a private or reserved address. Use a host that is on the internet.'
  await expect(summary(page)).toContainText(`URL: ${message}`)
  await expect(field(page, 'URL')).toHaveAccessibleDescription(new RegExp(`^${message}`))
  await expectAccessible(page)
  await expect(field(page, 'Name')).toHaveValue('Journey refused')
  await expect(selected(page, 1)).toBeVisible()
  await field(page, 'URL').fill(receiver.url)
  await submit(page).click()
  await expect(created(page)).toBeVisible()
})

test('nothing is lost when the connection is', async ({
  page,
  context,
  signInAs,
  startReceiver,
  expectComplaints,
}) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await fill(page, { name: 'Journey offline', url: receiver.url })
  expectComplaints(/ERR_INTERNET_DISCONNECTED/)
  await context.setOffline(true)
  await submit(page).click()
  await expect(summary(page)).toContainText('Shopbell could not be reached')
  await expect(summary(page)).toContainText('look at the list of endpoints first')
  await expect(summary(page)).toBeFocused()
  await expect(field(page, 'Name')).toHaveValue('Journey offline')
  await expect(field(page, 'URL')).toHaveValue(receiver.url)
  await expect(selected(page, 1)).toBeVisible()
  await context.setOffline(false)
  await submit(page).click()
  await expect(created(page)).toBeVisible()
})

test('the last place is taken in another tab', async ({ page, context, api, signInAs, createPerson }) => {
  for (let index = 1; index <= 18; index++) {
    await api.createEndpoint({ name: `Endpoint ${index}`, url: 'http://127.0.0.1:9999/' })
  }
  const made: string[] = []
  await signInAs(await createPerson('operator', 'journey'))
  const other = await context.newPage()
  try {
    for (const tab of [page, other]) {
      await tab.goto(NEW_ENDPOINT)
      await fill(tab, { name: 'Last but one', url: 'http://127.0.0.1:9999/' })
    }
    await submit(page).click()
    await expect(created(page)).toBeVisible()
    await api.createEndpoint({ name: 'Last', url: 'http://127.0.0.1:9999/' })
    await submit(other).click()
    await expect(summary(other)).toContainText(
      'This store has 20 webhook endpoints, and may have 20. Delete one first.',
    )
    await expect(summary(other)).toContainText(/Request [0-9a-f-]{36}\./)
    await expect(field(other, 'Name')).toHaveValue('Last but one')
  } finally {
    const path = '/2025-09/webhook_endpoints?limit=100'
    const { endpoints } = await api.expect(200, shapes.endpoints, 'GET', path)
    made.push(...endpoints.filter(({ name }) => name === 'Last but one').map(({ id }) => id))
    for (const id of made) await api.call('DELETE', `/2025-09/webhook_endpoints/${id}`)
  }
})

test('a second press while it is sent makes no second endpoint', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await fill(page, { name: 'Journey twice', url: receiver.url })
  await field(page, 'Name').focus()
  await page.evaluate(() => {
    const form = document.querySelector('form')
    form?.requestSubmit()
    form?.requestSubmit()
  })
  await expect(created(page)).toBeVisible()
  const { endpoints } = await demoApi.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
  expect(endpoints.filter(({ name }) => name === 'Journey twice')).toHaveLength(1)
})

test('a name is shown as it was typed, whatever it holds', async ({ page, signInAs, startReceiver }) => {
  const receiver = await startReceiver()
  const name = `Journey <script>document.title='broken'</script>${'W'.repeat(50)}`
  await signInAs('operator')
  await visit(page, NEW_ENDPOINT)
  await fill(page, { name, url: receiver.url })
  await submit(page).click()
  await expect(page.getByText(`“${name}” gets the events that happen from now on.`)).toBeVisible()
  await inEveryLook(page, async () => {
    await expect(page).toHaveTitle('Endpoint created · Shopbell')
  })
})

test.describe('what was entered', () => {
  const dialog = (page: Page) => page.getByRole('alertdialog', { name: 'Discard unsaved changes?' })

  test('is not left by a link or Back without asking', async ({ page, signInAs }) => {
    await signInAs('operator')
    await visit(page, '/settings/webhooks')
    await page.getByRole('link', { name: 'Create webhook endpoint' }).click()
    await field(page, 'Name').fill('Draft')

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deliveries' }).click()
    await expect(dialog(page)).toBeVisible()
    await expectAccessible(page)
    await dialog(page).getByRole('button', { name: 'Keep editing' }).click()
    await expect(dialog(page)).toBeHidden()
    await expect(page).toHaveURL(/\/new$/)

    await page.evaluate(() => window.history.back())
    await expect(dialog(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await expect(page).toHaveURL(/\/new$/)
    await expect(field(page, 'Name')).toHaveValue('Draft')

    await field(page, 'Name').press('End')
    await page.evaluate(() => window.history.back())
    await dialog(page).getByRole('button', { name: 'Discard changes' }).click()
    await expect(page).toHaveURL(/\/settings\/webhooks$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible()
  })

  test('is left by a link once that was confirmed', async ({ page, signInAs }) => {
    await signInAs('operator')
    await visit(page, NEW_ENDPOINT)
    await tick(page, 'order.paid')
    await page.getByRole('link', { name: 'Cancel' }).click()
    await dialog(page).getByRole('button', { name: 'Discard changes' }).click()
    await expect(page).toHaveURL(/\/settings\/webhooks$/)
  })

  test('is not reloaded away without asking', async ({ page, signInAs }) => {
    await signInAs('operator')
    await visit(page, NEW_ENDPOINT)
    await field(page, 'Name').pressSequentially('Draft')
    const asked = page.waitForEvent('dialog')
    const reloading = page.evaluate(() => window.location.reload())
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    await reloading
    await expect(field(page, 'Name')).toHaveValue('Draft')
    await field(page, 'Name').fill('')
    await page.reload()
    await expect(field(page, 'Name')).toHaveValue('')
  })

  test('is asked about in browsers without the Navigation API too', async ({ page, signInAs }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'))
    await signInAs('operator')
    await visit(page, '/settings/webhooks')
    await page.getByRole('link', { name: 'Create webhook endpoint' }).click()
    await field(page, 'Name').fill('Draft')
    expect(await page.evaluate(() => 'navigation' in window)).toBe(false)
    for (const answer of ['Keep editing', 'Discard changes']) {
      await page.evaluate(() => window.history.back())
      await expect(dialog(page)).toBeVisible()
      await expect(page).toHaveURL(/\/new$/)
      await dialog(page).getByRole('button', { name: answer }).click()
      if (answer === 'Keep editing') await expect(field(page, 'Name')).toHaveValue('Draft')
    }
    await expect(page).toHaveURL(/\/settings\/webhooks$/)
  })
})

test('support is told who can create endpoints', async ({ page, signInAs }) => {
  await signInAs('support')
  await visit(page, NEW_ENDPOINT)
  await expect(page.getByRole('heading', { name: 'Your role cannot create webhook endpoints' })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to webhooks' }).click()
  await expect(page).toHaveURL(/\/settings\/webhooks$/)
})
