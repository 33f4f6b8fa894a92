import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/dashboard'
import { hydrated, visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'

const PATH = '/settings/api-tokens'
const HOME = { name: 'API tokens', level: 1 }

const rowOf = (page: Page, name: string) => page.locator('[data-token]').filter({ hasText: name })
const dialogOf = (page: Page) => page.getByRole('dialog')

async function openForm(page: Page) {
  await page.getByRole('button', { name: 'Create API token' }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('heading', { name: 'Create API token' })).toBeVisible()
  return dialog
}

test('a token is made, used and revoked', async ({ page, shopbell, signInAs, createPerson, demoApi }) => {
  test.setTimeout(120_000)
  await shopbell.npmRun('store:create', '--name', 'Tokens', '--slug', 'tokens')
  const admin = await createPerson('admin', 'tokens')
  await signInAs(admin)
  await visit(page, PATH)
  await expect(page.getByRole('heading', { name: 'No API tokens yet' })).toBeVisible()
  await expect(page.getByText('/2025-09/events')).toBeVisible()
  await expectAccessible(page)

  let dialog = await openForm(page)
  await dialog.getByRole('button', { name: 'Create token' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/Fill this in/)
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(dialog.getByText('Choose at least one.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Till')
  await dialog.getByText('On a day').click()
  await dialog.getByRole('button', { name: 'Everything' }).click()
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(7)
  await dialog.getByRole('button', { name: 'Read only' }).click()
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Create token' }).click()
  await expect(dialog.getByText('Choose a day.')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Till')
  await dialog.getByText('Never', { exact: true }).click()
  await expect(dialog.getByText('stays dangerous once it has leaked')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await dialog.getByText('90 days').click()
  await dialog.getByRole('button', { name: 'Send events' }).click()
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Create token' }).click()

  dialog = dialogOf(page)
  await expect(dialog.getByRole('heading', { name: 'Token created' })).toBeVisible()
  await expect(dialog.getByText('only time the token is shown')).toBeVisible()
  const token = (await dialog.locator('[data-new-token]').textContent()) ?? ''
  expect(token).toMatch(/^shb_[0-9A-Za-z]{10}_[0-9A-Za-z_-]{43}$/)
  await expect(dialog.getByText(`Authorization: Bearer ${token}`)).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })
  await dialog.getByRole('button', { name: 'Done' }).click()
  const row = rowOf(page, 'Till')
  await expect(row).toContainText(`shb_${token.slice(4, 14)}…${token.slice(-4)}`)
  await expect(row).toContainText(`by ${admin.name}`)
  await expect(row).toContainText('Active')
  await expect(row.getByRole('cell', { name: 'Never', exact: true })).toBeVisible()
  await expect(page.getByText(token)).toHaveCount(0)

  const body = { type: 'order.paid', data: { object: { id: 'ord_1' } } }
  const send = () => demoApi.call('POST', '/2025-09/events', { token, body })
  expect((await send()).status).toBe(202)
  expect((await demoApi.call('GET', '/2025-09/deliveries', { token })).status).toBe(403)
  await page.reload()
  await expect(row.getByRole('cell', { name: 'Never', exact: true })).toHaveCount(0)
  await inEveryLook(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 1280, height: 800 })

  await hydrated(page)
  await row.getByRole('button', { name: 'Revoke Till' }).click()
  const confirmation = page.getByRole('alertdialog')
  await expect(confirmation).toContainText('Revoke token “Till”?')
  await expect(confirmation.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(page)
  await confirmation.getByRole('button', { name: 'Revoke token' }).click()
  await expect(row).toContainText('Revoked')
  expect((await send()).status).toBe(401)
  await expect(row.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('heading', HOME)).toBeFocused()
})

test('what has expired or soon will is marked, and commands see the same tokens', async ({
  page,
  shopbell,
  signInAs,
  createPerson,
  demoApi,
}) => {
  await shopbell.npmRun('store:create', '--name', 'Commands', '--slug', 'commands')
  const run = async (script: string, ...args: string[]) =>
    (await shopbell.npmRun(script, '--store', 'commands', ...args)).trim()
  const soon = await run('token:create', '--name', 'Soon', '--expires', '3d', '--scopes', 'webhooks:read')
  await run('token:create', '--name', 'Forever', '--expires', 'never')
  const read = () => demoApi.call('GET', '/2025-09/webhook_endpoints', { token: soon })
  expect((await read()).status).toBe(200)

  await signInAs(await createPerson('admin', 'commands'))
  await visit(page, '/settings/webhooks')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'API tokens' }).click()
  await expect(page.getByRole('heading', HOME)).toBeFocused()
  await expect(page.getByText('“Soon” expires within seven days')).toBeVisible()
  await expect(rowOf(page, 'Soon')).toContainText('Expires soon')
  await expect(rowOf(page, 'Soon')).toContainText('on the command line')
  await expect(rowOf(page, 'Forever')).toContainText('never expires')

  const listed = JSON.parse(await run('token:list', '--json'))
  expect(listed.map((token: { name: string }) => token.name)).toEqual(['Forever', 'Soon'])
  expect(await run('token:revoke', '--token', soon.slice(0, 14))).toContain('Revoked “Soon”')
  expect((await read()).status).toBe(401)
  expect(await run('token:list')).toMatch(new RegExp(`${soon.slice(0, 14)}….{4} +Soon +revoked`))
})

test('the token in the last place is shown like any other', async ({
  page,
  shopbell,
  signInAs,
  createPerson,
  openDatabase,
}) => {
  await shopbell.npmRun('store:create', '--name', 'Full', '--slug', 'full')
  const database = await openDatabase()
  await database.query(
    `INSERT INTO api_token (id, store_id, name, prefix, token_hash, last_four, scopes)
     SELECT gen_random_uuid(), store.id, 'Till ' || n, 'full' || lpad(n::text, 6, '0'), '', '0000', '{events:write}'
     FROM store, generate_series(1, 99) n WHERE slug = 'full'`,
  )
  await signInAs(await createPerson('admin', 'full'))
  await visit(page, PATH)
  for (const [name, button] of [
    ['First', 'Close'],
    ['Second', 'Done'],
  ] as const) {
    const dialog = await openForm(page)
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('button', { name: 'Send events' }).click()
    await dialog.getByRole('button', { name: 'Create token' }).click()
    // The page already knows that it is full.
    const full = page.getByText('This store has 100 of 100 possible tokens')
    await expect(full).toBeAttached()
    await expect(dialog.getByText('only time the token is shown')).toBeVisible()
    await expect(dialog.locator('[data-new-token]')).toHaveText(/^shb_\w{10}_[\w-]{43}$/)
    // Nothing that happens in passing closes it: what it shows is shown once.
    await page.keyboard.press('Escape')
    await page.mouse.click(5, 5)
    await dialog.getByRole('button', { name: button }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('heading', HOME)).toBeFocused()
    await expect(page.getByRole('button', { name: 'Create API token' })).toHaveCount(0)
    await expect(full).toBeVisible()
    await rowOf(page, name)
      .getByRole('button', { name: `Revoke ${name}` })
      .click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke token' }).click()
    await expect(full).toHaveCount(0)
  }
})

test('tokens are for admins', async ({ page, signInAs }) => {
  for (const role of ['operator', 'support'] as const) {
    await signInAs(role)
    await visit(page, PATH)
    await expect(page.getByText('Your role cannot manage API tokens')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Create API token' })).toHaveCount(0)
    await expect(page.getByRole('navigation', { name: 'Main' }).getByText('API tokens')).toHaveCount(0)
  }
  await inEveryLook(page, () => expectAccessible(page))
})
