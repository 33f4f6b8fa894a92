import type { Browser, BrowserContext, Page } from '@playwright/test'
import { formatInstant, zoneLabel } from '@/components/ui/clock-format'
import { expect, test } from './fixtures/dashboard'
import { signIn } from './fixtures/http-sign-in'
import { hydrated, visit } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import { createPerson, type Person, startSession } from './fixtures/people'
import type { Shopbell } from './fixtures/shopbell'

const HALF_HOUR_ZONE = 'America/St_Johns'
const NEW_PASSWORD = 'a new and longer password'

const currentOf = (page: Page) => page.getByLabel(/^Current password/)
const nextOf = (page: Page) => page.getByLabel(/^New password/)

async function openAccount(page: Page): Promise<void> {
  await visit(page, '/account')
}

async function fillPasswords(page: Page, current: string, next: string): Promise<void> {
  await currentOf(page).fill(current)
  await nextOf(page).fill(next)
  await page.getByRole('button', { name: 'Change password' }).click()
}

/** Another browser of the same person. */
async function otherBrowser(browser: Browser, shopbell: Shopbell, person: Person): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: shopbell.url })
  await context.addCookies([await startSession(shopbell, person)])
  return context
}

const expectTheme = (page: Page, theme: string) => expect(page.locator('html')).toHaveClass(theme)

test('the account in every look', async ({ page, signInAs }) => {
  await signInAs('operator')
  await openAccount(page)
  await expect(page).toHaveTitle('Your account · Shopbell')
  await inEveryLook(page, () => expectAccessible(page))
})

test('what is refused is told at its fields, in every look', async ({ page, signInAs, createPerson }) => {
  await signInAs(await createPerson('operator'))
  await openAccount(page)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(currentOf(page)).toBeFocused()
  await expect(currentOf(page)).toHaveAccessibleDescription('Fill this in.')
  await expect(nextOf(page)).toHaveAccessibleDescription(/Use at least 12/)
  await inEveryLook(page, () => expectAccessible(page))
})

test('each role sees who it is, in each of its stores', async ({
  page,
  context,
  shopbell,
  signInAs,
  signInToEmptyStore,
}) => {
  for (const [role, word] of [
    ['operator', 'Operator'],
    ['support', 'Support'],
    ['admin', 'Admin'],
  ] as const) {
    await signInAs(role)
    await openAccount(page)
    const store = page.getByRole('region', { name: 'Your store' })
    await expect(store.getByRole('listitem')).toContainText(['Nordlicht Storage'])
    await expect(store.getByText(word, { exact: true })).toBeVisible()
    const user = (await shopbell.credentials()).find((known) => known.role === role)
    await expect(page.getByLabel('E-mail address')).toHaveValue(user?.email ?? '')
    await expect(page.getByLabel('E-mail address')).not.toBeEditable()
    await context.clearCookies()
  }
  // Makes that store.
  await signInToEmptyStore()
  const person = await createPerson(shopbell, 'demo', 'support')
  const { email, name } = person
  await shopbell.npmRun(
    ...(['user:create', '--store', 'empty', '--email', email, '--name', name, '--role', 'operator'] as const),
  )
  await context.clearCookies()
  await signInAs(person)
  await openAccount(page)
  await expect(page.getByRole('region', { name: 'Your stores' }).getByRole('listitem')).toHaveText([
    /^Empty.*Operator/,
    /^Nordlicht Storage.*Support/,
  ])
})

test('a name is changed everywhere, and kept where it is refused', async ({
  page,
  signInAs,
  createPerson,
  expectComplaints,
}) => {
  await signInAs(await createPerson('operator'))
  await openAccount(page)
  const name = page.getByRole('textbox', { name: 'Name (required)' })
  const save = page.getByRole('button', { name: 'Save changes' })
  await name.fill('   ')
  await save.click()
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription('Fill this in.')

  const longName = `Ada${'x'.repeat(97)}`
  await name.fill(longName)
  await save.click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
  await expect(page.getByRole('link', { name: longName })).toBeVisible()
  await inEveryLook(page, () => expectAccessible(page))
  await page.reload()
  await expect(name).toHaveValue(longName)

  await hydrated(page)
  expectComplaints(/ERR_FAILED|Failed to fetch/)
  await page.route('/account', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await name.fill('Ada without a network')
  await save.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Shopbell could not be reached' })).toBeVisible()
  await expect(name).toHaveValue('Ada without a network')
  await page.unroute('/account')
  await save.click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
})

test('what is not saved is not lost by a link', async ({ page, signInAs, createPerson }) => {
  await signInAs(await createPerson('operator'))
  await openAccount(page)
  const name = page.getByRole('textbox', { name: 'Name (required)' })
  await name.fill('Not yet saved')
  await page.getByRole('link', { name: 'Event types' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep editing' }).click()
  await expect(name).toHaveValue('Not yet saved')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
  await page.getByRole('link', { name: 'Event types' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Event types' })).toBeVisible()
})

test('a time zone changes what times read', async ({ page, signInAs, createPerson }) => {
  await signInAs(await createPerson('support'))
  const expectTimesIn = async (zone: string) => {
    // Here no row counts down to its next attempt.
    await page.goto('/deliveries?status=delivered')
    const time = page.locator('main time[datetime]').first()
    const at = (await time.getAttribute('datetime')) ?? ''
    await expect(time).toContainText(formatInstant(at, zone, 'minute'))
  }
  await expectTimesIn('Europe/Berlin')

  await openAccount(page)
  const zone = page.getByLabel('Time zone')
  await expect(zone.locator('option:checked')).toHaveText('Store’s time zone (Europe/Berlin)')
  await zone.selectOption(HALF_HOUR_ZONE)
  await expect(zone.locator('option:checked')).toHaveText(zoneLabel(HALF_HOUR_ZONE, new Date()))
  const preview = page.locator('main time')
  await expect(async () => {
    await expect(preview).toHaveText(formatInstant(new Date(), HALF_HOUR_ZONE, 'minute'), { timeout: 1_000 })
  }).toPass()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
  await expectTimesIn(HALF_HOUR_ZONE)

  await openAccount(page)
  await expect(zone).toHaveValue(HALF_HOUR_ZONE)
  await zone.selectOption('')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
  await expectTimesIn('Europe/Berlin')
})

test('a theme outlives a reload, and is in every browser of the person', async ({
  page,
  browser,
  shopbell,
  signInAs,
  createPerson,
  expectComplaints,
}) => {
  const person = await createPerson('support')
  await signInAs(person)
  await openAccount(page)
  const theme = page.getByRole('group', { name: 'Theme' })
  await expect(theme.getByLabel('System')).toBeChecked()
  await theme.getByText('Dark').click()
  await expectTheme(page, 'dark')
  await expect(page.getByText('Saved for every browser you sign in with.')).toBeVisible()
  await page.reload()
  await expectTheme(page, 'dark')
  await expect(theme.getByLabel('Dark')).toBeChecked()

  const other = await otherBrowser(browser, shopbell, person)
  const otherPage = await other.newPage()
  await otherPage.goto('/event-types')
  await expectTheme(otherPage, 'dark')
  await other.close()

  await hydrated(page)
  expectComplaints(/ERR_FAILED|Failed to fetch/)
  await page.route('/account', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await theme.getByText('Light').click()
  await expect(page.getByText('it was not saved to your account')).toBeVisible()
  await expectTheme(page, 'light')
  await page.unroute('/account')
  await page.getByRole('button', { name: 'Save theme again' }).click()
  await expect(page.getByText('Saved for every browser you sign in with.')).toBeVisible()
})

test('a new password ends the other sessions, and this one goes on', async ({
  page,
  browser,
  shopbell,
  signInAs,
  createPerson,
}) => {
  const person = await createPerson('operator')
  await signInAs(person)
  const other = await otherBrowser(browser, shopbell, person)
  const otherPage = await other.newPage()
  await otherPage.goto('/account')
  await expect(otherPage.getByRole('heading', { level: 1 })).toHaveText('Your account')

  await openAccount(page)
  await fillPasswords(page, person.password, NEW_PASSWORD)
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await expect(currentOf(page)).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
  await hydrated(page)
  await page.getByRole('textbox', { name: 'Name (required)' }).fill('Still here')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()

  await otherPage.reload()
  await expect(otherPage).toHaveURL(/\/signin\?expired=1/)
  await other.close()
  const old = await signIn(shopbell.url, person.email, person.password)
  expect(old.location).toContain('error=CredentialsSignin')
  const renewed = await signIn(shopbell.url, person.email, NEW_PASSWORD)
  expect(renewed.location).not.toContain('error=')
})

test('a wrong password is told at its field, and after five of them waits', async ({
  page,
  shopbell,
  signInAs,
  createPerson,
}) => {
  const person = await createPerson('operator')
  await signInAs(person)
  await openAccount(page)
  const current = currentOf(page)
  for (let wrong = 1; wrong <= 5; wrong++) {
    await fillPasswords(page, `wrong ${wrong}`, NEW_PASSWORD)
    await expect(page.getByRole('button', { name: 'Change password' })).not.toHaveAttribute('aria-busy')
    await expect(current).toHaveAccessibleDescription('This is not your current password.')
    await expect(current).toBeFocused()
  }
  await expect(nextOf(page)).toHaveValue(NEW_PASSWORD)
  await fillPasswords(page, person.password, NEW_PASSWORD)
  await expect(current).toHaveAccessibleDescription(/too many wrong passwords. Try again in a minute/)
  const { location } = await signIn(shopbell.url, person.email, person.password)
  expect(location).not.toContain('error=')
})

test('a new password tells while it is typed whether it is long enough', async ({
  page,
  signInAs,
  createPerson,
}) => {
  const person = await createPerson('operator')
  await signInAs(person)
  await openAccount(page)
  const next = nextOf(page)
  await expect(next).toHaveAttribute('autocomplete', 'new-password')
  await expect(currentOf(page)).toHaveAttribute('autocomplete', 'current-password')
  await next.fill('short')
  await expect(page.getByText('At least 12 characters: 7 more')).toBeVisible()
  await fillPasswords(page, person.password, 'short')
  await expect(next).toBeFocused()
  await expect(next).toHaveAccessibleDescription(/^Use at least 12 characters\./)
  await next.fill('long enough, at last')
  await expect(page.getByRole('status').filter({ hasText: 'long enough' })).toBeAttached()

  await expect(next).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Show new password' }).click()
  await expect(next).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Hide new password' }).click()
  await expect(next).toHaveAttribute('type', 'password')
})

test('the password by keyboard alone', async ({ page, signInAs, createPerson }) => {
  const person = await createPerson('operator')
  await signInAs(person)
  await openAccount(page)
  await page.getByRole('button', { name: 'Save changes' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.type(person.password)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Show current password' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(currentOf(page)).toHaveValue(person.password)
  await expect(currentOf(page)).toHaveAttribute('type', 'text')
  await page.keyboard.press('Tab')
  await page.keyboard.type(NEW_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  // A password manager keeps what stands in a password field.
  await expect(currentOf(page)).toHaveAttribute('type', 'password')
})

test('signing out closes the screens', async ({ page, signInAs, createPerson }) => {
  await signInAs(await createPerson('operator'))
  await openAccount(page)
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/signin$/)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/signin\?/)
})
