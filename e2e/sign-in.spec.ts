import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/dashboard'
import { signIn } from './fixtures/http-sign-in'
import { latch } from './fixtures/latch'
import { expectAccessible, inEveryLook } from './fixtures/looks'
import type { Person } from './fixtures/people'

// Thirty failures from one network address would make everybody at it wait, other tests too. Here are about ten.
const REFUSED = /status of 401/

/** The parts of the page, as a person finds them. */
function signInPage(page: Page) {
  const email = page.getByLabel('E-mail address')
  const password = page.getByLabel('Password', { exact: true })
  const button = page.getByRole('button', { name: /^Sign in/ })
  const alert = page.getByRole('main').getByRole('alert')
  const submit = async (given: Pick<Person, 'email' | 'password'>) => {
    await email.fill(given.email)
    await password.fill(given.password)
    await button.click()
  }
  return { email, password, button, alert, submit }
}

test('in every look, empty, expired and refused', async ({ page, expectComplaints }) => {
  expectComplaints(REFUSED)
  await page.goto('/signin')
  await expect(page).toHaveTitle('Sign in · Shopbell')
  await inEveryLook(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
    await expectAccessible(page)
  })

  await page.goto('/signin?expired=1')
  await inEveryLook(page, async () => {
    await expect(page.getByText('Your session has expired. Sign in to continue.')).toBeVisible()
    await expectAccessible(page)
  })

  const { alert, submit } = signInPage(page)
  await submit({ email: `${'long'.repeat(30)}@journey.example`, password: 'x' })
  await inEveryLook(page, async () => {
    await expect(alert).toHaveText('The e-mail address or the password is wrong.')
    await expectAccessible(page)
  })
})

test('leads to the page that was asked for, once', async ({ page, createPerson }) => {
  const asked = '/event-types?q=order&note=a%20b#main'
  const { submit } = signInPage(page)
  await page.goto(`/signin?${new URLSearchParams({ callbackUrl: asked })}`)
  await submit(await createPerson('support'))
  await expect(page).toHaveURL(asked)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Event types')
  expect((await page.request.get('/api/screens/deliveries')).status()).toBe(200)
  // Whoever is signed in is not asked again.
  await page.goto(`/signin?${new URLSearchParams({ callbackUrl: '/event-types?q=again' })}`)
  await expect(page).toHaveURL('/event-types?q=again')
})

test('leads to the webhooks, and to no other site', async ({ page, createPerson, shopbell }) => {
  const { submit } = signInPage(page)
  await page.goto(`/signin?${new URLSearchParams({ callbackUrl: '//elsewhere.example/' })}`)
  await submit(await createPerson('operator'))
  await expect(page).toHaveURL('/settings/webhooks')

  const foreign = [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    '/\t/elsewhere.example',
    `${shopbell.url}.elsewhere.example/`,
    'javascript:alert(1)',
    '/api/auth/signout',
    '/signin',
  ]
  for (const callbackUrl of foreign) {
    const answer = await page.request.get(`/signin?${new URLSearchParams({ callbackUrl })}`, {
      maxRedirects: 0,
    })
    expect({ callbackUrl, location: answer.headers().location }).toEqual({
      callbackUrl,
      location: '/settings/webhooks',
    })
  }
})

test('refuses a wrong password and an unknown address in the same words, and keeps the input', async ({
  page,
  createPerson,
  expectComplaints,
}) => {
  expectComplaints(REFUSED)
  const person = await createPerson('operator')
  const { email, password, alert, submit } = signInPage(page)
  await page.goto('/signin?callbackUrl=/')
  for (const wrong of [
    { email: person.email, password: 'no password of theirs' },
    { email: `un${person.email}`, password: person.password },
  ]) {
    await submit(wrong)
    await expect(alert).toHaveText('The e-mail address or the password is wrong.')
    await expect(alert).toBeFocused()
    await expect(email).toHaveValue(wrong.email)
    await expect(password).toHaveValue(wrong.password)
    // A new alert, not the old one.
    await page.reload()
  }
  await submit(person)
  await expect(page).toHaveURL('/settings/webhooks')
})

test('says how long to wait after too many attempts, and counts down', async ({
  page,
  createPerson,
  shopbell,
  expectComplaints,
}) => {
  expectComplaints(REFUSED)
  const person = await createPerson('operator')
  for (let failure = 1; failure <= 5; failure++) await signIn(shopbell.url, person.email, `wrong ${failure}`)

  await page.clock.install()
  await page.goto('/signin')
  const { email, button, alert, submit } = signInPage(page)
  await submit(person)
  await expect(alert).toHaveText(/^Too many attempts\.Try again in 1 minute \(at \d\d:\d\d\)\.$/)
  await expect(alert).toBeFocused()
  await expect(button).toBeDisabled()
  await expect(button).toHaveText(/^Sign in again in (1:0[01]|0:[345]\d)$/)
  await expectAccessible(page)

  // Another account need not wait.
  await email.fill(`un${person.email}`)
  await expect(button).toHaveText('Sign in')
  await submit(person)
  await expect(button).toHaveText(/^Sign in again/)

  await page.clock.fastForward('00:30')
  await expect(button).toHaveText(/^Sign in again in 0:[0123]\d$/)
  await page.clock.fastForward('00:32')
  await expect(alert).toHaveText('You can try again now.')
  await expect(button).toBeEnabled()
  await expect(button).toHaveText('Sign in')
})

test('shows the password on request, and hides it again when it is sent', async ({
  page,
  expectComplaints,
}) => {
  expectComplaints(REFUSED)
  await page.goto('/signin')
  const { password, alert, submit } = signInPage(page)
  await expect(password).toHaveAttribute('type', 'password')
  await expect(password).toHaveAttribute('autocomplete', 'current-password')
  await expect(signInPage(page).email).toHaveAttribute('autocomplete', 'username')
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Hide password' }).click()
  await expect(password).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Show password' }).click()
  await submit({ email: 'nobody@journey.example', password: 'seen' })
  await expect(password).toHaveAttribute('type', 'password')
  await expect(alert).toBeVisible()
})

test('needs no mouse', async ({ page, createPerson, expectComplaints }) => {
  expectComplaints(REFUSED)
  const person = await createPerson('operator')
  await page.goto('/signin?callbackUrl=/')
  const { email, password, button, alert } = signInPage(page)
  const tab = () => page.keyboard.press('Tab')
  const type = (text: string) => page.keyboard.type(text)

  await expect(button).toBeEnabled()
  await tab()
  await expect(email).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription('Fill in your e-mail address.')
  await expect(password).toHaveAccessibleDescription('Fill in your password.')
  await type(person.email)
  await tab()
  await expect(password).toBeFocused()
  await type('wrong')
  await tab()
  await expect(page.getByRole('button', { name: 'Show password' })).toBeFocused()
  await tab()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(alert).toBeFocused()
  await expect(email).toHaveAccessibleDescription('')
  await tab()
  await tab()
  await expect(password).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await type(person.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/settings/webhooks')
})

test('before its script is there, a sign-in sends nothing; then it has what was typed', async ({
  page,
  createPerson,
}) => {
  const person = await createPerson('operator')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  const script = latch()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await script.opened
    await route.continue()
  })
  await page.goto('/signin?callbackUrl=/', { waitUntil: 'commit' })
  const { email, password, button } = signInPage(page)
  await email.fill(person.email)
  await password.fill(person.password)
  await password.press('Enter')
  await expect(button).toBeDisabled()
  await button.click({ force: true })
  await expect(page).toHaveURL('/signin?callbackUrl=/')
  expect(sent.filter((request) => request.includes(person.password))).toEqual([])

  script.open()
  await expect(button).toBeEnabled()
  await expect(email).toHaveValue(person.email)
  await expect(password).toHaveValue(person.password)
  await button.click()
  await expect(page).toHaveURL('/settings/webhooks')
  // Once, and in a body.
  expect(sent.filter((request) => request.includes(person.password))).toHaveLength(1)
  expect(sent.filter((request) => request.split(' ')[0]?.includes(person.password))).toEqual([])
})

test('is sent once, however slow the answer and often the button', async ({ page, createPerson }) => {
  const answer = latch()
  let requests = 0
  await page.route('**/api/auth/callback/credentials', async (route) => {
    requests++
    await answer.opened
    await route.continue()
  })
  await page.goto('/signin?callbackUrl=/')
  const { button, password, submit } = signInPage(page)
  await submit(await createPerson('operator'))
  await expect(button).toHaveAttribute('aria-busy', 'true')
  await expect.poll(() => requests).toBe(1)
  await button.click({ force: true })
  await password.press('Enter')
  answer.open()
  await expect(page).toHaveURL('/settings/webhooks')
  expect(requests).toBe(1)
})

test('without a network it keeps the input and offers to retry', async ({
  page,
  context,
  createPerson,
  expectComplaints,
}) => {
  expectComplaints(/ERR_INTERNET_DISCONNECTED/)
  const person = await createPerson('operator')
  await page.goto('/signin?callbackUrl=/')
  const { password, alert, submit } = signInPage(page)
  await context.setOffline(true)
  await submit(person)
  await expect(alert).toContainText('Shopbell cannot be reached.')
  await expect(alert).toBeFocused()
  await expectAccessible(page)
  await context.setOffline(false)
  await expect(password).toHaveValue(person.password)
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page).toHaveURL('/settings/webhooks')
})

test('says so when the browser keeps no cookies', async ({ page, context, createPerson }) => {
  await page.goto('/signin')
  const { alert, submit } = signInPage(page)
  await page.route('**/api/auth/callback/credentials', async (route) => {
    await context.clearCookies()
    await route.continue()
  })
  await submit(await createPerson('operator'))
  await expect(alert).toContainText('The browser kept no cookie.')
  await expect(page).toHaveURL('/signin')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('says that it is needed', async ({ page }) => {
    await page.goto('/signin')
    await expect(page.locator('noscript p')).toHaveText('Signing in needs JavaScript.')
    await expect(page.locator('noscript p')).toBeVisible()
    await expect(signInPage(page).button).toBeDisabled()
  })
})
