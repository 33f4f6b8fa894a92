import type { Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { fromPublicId } from '@/lib/ids'
import { expect, test } from './fixtures/dashboard'
import { visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { standardHeaders } from './fixtures/received'

const settingsOf = (id: string) => `/settings/webhooks/${id}/settings`
const secretCard = (page: Page) => page.getByRole('region', { name: 'Signing secret' })

type Request = Parameters<typeof standardHeaders>[0]

function isSignedWith(request: Request, secret: string): boolean {
  try {
    new Webhook(`whsec_${secret}`).verify(request.rawBody.toString(), standardHeaders(request))
    return true
  } catch {
    return false
  }
}

async function lastAudit(
  openDatabase: () => Promise<{ query: Query }>,
  endpointId: string,
): Promise<string[]> {
  const db = await openDatabase()
  const target = `endpoint:${fromPublicId('we', endpointId)}`
  const { rows } = await db.query('SELECT action FROM audit_entry WHERE target = $1 ORDER BY id', [target])
  return rows.map((row) => row.action)
}
type Query = (text: string, values: unknown[]) => Promise<{ rows: { action: string }[] }>

test('the secret is shown for a minute, hides again, and that is recorded', async ({
  page,
  signInAs,
  demoApi,
  openDatabase,
}) => {
  const { id, secret } = await demoApi.createEndpoint({ url: 'http://127.0.0.1:1024/' })
  await signInAs('operator')
  await page.clock.install()
  await visit(page, settingsOf(id))
  const card = secretCard(page)
  await expect(card.getByText('Revealing and copying are recorded.')).toBeVisible()
  expect(await page.content()).not.toContain(secret)
  await card.getByRole('button', { name: 'Reveal' }).click()
  await expect(card.getByText(secret)).toBeVisible()
  await expect(card.getByRole('timer')).toHaveText(/^Hides in (60|59|58) s, or when you leave this tab\.$/)
  await page.clock.runFor(20_000)
  await expect(card.getByRole('timer')).toHaveText(/^Hides in (40|39|38) s/)
  await page.clock.runFor(41_000)
  await expect(card.getByText(secret)).toHaveCount(0)
  await expect(card.getByRole('button', { name: 'Reveal' })).toBeVisible()

  await card.getByRole('button', { name: 'Reveal' }).click()
  await expect(card.getByText(secret)).toBeVisible()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(card.getByText(secret)).toHaveCount(0)
  await card.getByRole('button', { name: 'Reveal' }).click()
  await card.getByRole('button', { name: 'Hide' }).click()
  await expect(card.getByText(secret)).toHaveCount(0)
  expect(await lastAudit(openDatabase, id)).toEqual([
    'endpoint.created',
    'secret.revealed',
    'secret.revealed',
    'secret.revealed',
  ])
})

test('it is copied without being shown', async ({ page, context, signInAs, demoApi, openDatabase }) => {
  const { id, secret } = await demoApi.createEndpoint({ url: 'http://127.0.0.1:1024/' })
  await signInAs('admin')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page, settingsOf(id))
  await secretCard(page).getByRole('button', { name: 'Copy secret' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Secret copied' })).toHaveCount(1)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
  await expect(page.getByText(secret)).toHaveCount(0)
  expect(await lastAudit(openDatabase, id)).toContain('secret.revealed')
})

test('a browser that refuses to copy is told of', async ({ page, context, signInAs, demoApi }) => {
  const { id } = await demoApi.createEndpoint({ url: 'http://127.0.0.1:1024/' })
  await signInAs('operator')
  // Whatever is not granted is refused then.
  await context.grantPermissions(['geolocation'])
  await visit(page, settingsOf(id))
  await secretCard(page).getByRole('button', { name: 'Copy secret' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'did not allow copying' })).toBeVisible()
})

test('after a rotation both secrets sign, until the old one is expired', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
  openDatabase,
}) => {
  const receiver = await startReceiver()
  const { id, secret: old } = await demoApi.createEndpoint({ name: 'Rotated', url: receiver.url })
  await receiver.waitFor(1)
  await signInAs('operator')
  await visit(page, settingsOf(id))
  await secretCard(page).getByRole('button', { name: 'Rotate secret' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: '24 hours' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Rotate secret' }).click()
  await expect(dialog.getByRole('heading')).toHaveText('Secret rotated')
  await expect(dialog.getByText(/Both secrets sign until \d+ \w{3} \d\d:\d\d/)).toBeVisible()
  const fresh = (await dialog.getByText(/^[0-9a-f]{64}$/).textContent()) ?? ''
  expect(fresh).not.toBe(old)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(fresh)).toHaveCount(0)
  const banner = page.getByText(/^Both secrets sign until/)
  await expect(banner).toBeVisible()

  await sendTest(page)
  const [, during] = await receiver.waitFor(2)
  if (!during) throw new Error('Nothing arrived.')
  expect([isSignedWith(during, old), isSignedWith(during, fresh)]).toEqual([true, true])

  await page.getByRole('button', { name: 'Expire old secret now' }).click()
  const confirm = page.getByRole('alertdialog', { name: 'Expire the old secret now?' })
  await expect(confirm.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(confirm).toContainText('This cannot be undone.')
  await confirm.getByRole('button', { name: 'Expire old secret' }).click()
  await expect(banner).toHaveCount(0)
  await expect(secretCard(page).getByRole('button', { name: 'Rotate secret' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Old secret expired' })).toHaveCount(1)
  await sendTest(page)
  const [, , after] = await receiver.waitFor(3)
  if (!after) throw new Error('Nothing arrived.')
  expect([isSignedWith(after, old), isSignedWith(after, fresh)]).toEqual([false, true])
  expect(await lastAudit(openDatabase, id)).toEqual([
    'endpoint.created',
    'secret.rotated',
    'secret.old_ended',
  ])
})

test('a rotation without grace ends the old secret at once', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id, secret: old } = await demoApi.createEndpoint({ name: 'Leaked', url: receiver.url })
  await receiver.waitFor(1)
  await signInAs('admin')
  await visit(page, settingsOf(id))
  await secretCard(page).getByRole('button', { name: 'Rotate secret' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'End it now' }).check()
  await expect(dialog).toContainText('The receiver refuses every request until it has the new secret.')
  await dialog.getByRole('button', { name: 'Rotate secret' }).click()
  await expect(dialog).toContainText('the old one no longer signs')
  const fresh = (await dialog.getByText(/^[0-9a-f]{64}$/).textContent()) ?? ''
  await page.keyboard.press('Escape')
  await expect(page.getByText(/secrets sign until/)).toHaveCount(0)
  await sendTest(page)
  const [, request] = await receiver.waitFor(2)
  if (!request) throw new Error('Nothing arrived.')
  expect([isSignedWith(request, old), isSignedWith(request, fresh)]).toEqual([false, true])
})

test('support sees that there is one, and why it stays hidden', async ({ page, signInAs, demoApi }) => {
  const { id } = await demoApi.createEndpoint({ url: 'http://127.0.0.1:1024/' })
  await signInAs('support')
  await visit(page, settingsOf(id))
  const card = secretCard(page)
  await expect(card).toContainText('It is not shown to support staff')
  await expect(card.getByRole('button', { name: /Reveal|Copy secret|Rotate/ })).toHaveCount(0)
})

test('the code to verify is there in each language, by the arrow keys too', async ({
  page,
  signInAs,
  demoApi,
}) => {
  const { id } = await demoApi.createEndpoint({ url: 'http://127.0.0.1:1024/' })
  await signInAs('support')
  await visit(page, settingsOf(id))
  await page.getByText('Verify signatures in your receiver').click()
  const tabs = page.getByRole('tablist', { name: 'Language' }).getByRole('tab')
  await expect(tabs).toHaveText(['Node.js', 'Python', 'PHP', 'Ruby', 'Go'])
  await tabs.first().focus()
  for (const mark of ['timingSafeEqual', 'compare_digest', 'hash_equals', 'secure_compare', 'hmac.Equal']) {
    await page.keyboard.press('Enter')
    await expect(page.locator('[role=tabpanel]:not([inert])')).toContainText(mark)
    await page.keyboard.press('ArrowRight')
  }
})

test('it looks well everywhere: at rest, revealed, in rotation, in its dialogs', async ({
  page,
  signInAs,
  demoApi,
}) => {
  test.slow()
  const { id, secret } = await demoApi.createEndpoint({ name: 'Looks', url: 'http://127.0.0.1:1024/' })
  await signInAs('operator')
  await visit(page, settingsOf(id))
  await page.getByText('Verify signatures in your receiver').click()
  await inEveryLook(page, () => expectAccessible(page))
  await secretCard(page).getByRole('button', { name: 'Rotate secret' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate secret' }).click()
  await expect(page.getByText('Put this secret into the receiver.')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.getByRole('button', { name: 'Done' }).click()
  await secretCard(page).getByRole('button', { name: 'Reveal' }).click()
  await expect(secretCard(page).getByText(/^[0-9a-f]{64}$/)).not.toHaveText(secret)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Expire old secret now' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
})

async function sendTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send test event' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Send test event' })
  await dialog.getByRole('button', { name: 'Send test event' }).click()
  await expect(dialog.getByText(/^Delivered/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}
