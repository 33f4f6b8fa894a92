import { expect, test } from './fixtures/dashboard'
import { hydrated } from './fixtures/hydrated'
import { expectAccessible, inEveryLook } from './fixtures/looks'

test('whoever is not signed in comes back to the page they asked for', async ({ page, createPerson }) => {
  const person = await createPerson('operator')
  await page.goto('/deliveries?status=failed')
  await expect(page).toHaveURL(/\/signin\?callbackUrl=%2Fdeliveries%3Fstatus%3Dfailed$/)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/deliveries\?status=failed$/)
})

test('the navigation says where one is, and moves the focus to the new page', async ({ page, signInAs }) => {
  await signInAs('operator')
  await page.goto('/')
  await expect(page).toHaveURL(/\/settings\/webhooks$/)
  await hydrated(page)
  const main = page.getByRole('navigation', { name: 'Main' })
  await expect(main.getByRole('link').first()).toHaveText('Webhooks')
  for (const { link, path } of [
    { link: 'Deliveries', path: '/deliveries' },
    { link: 'Statistics', path: '/statistics' },
    { link: 'Notices', path: '/notices' },
    { link: 'Event types', path: '/event-types' },
    { link: 'Webhooks', path: '/settings/webhooks' },
  ]) {
    await main.getByRole('link', { name: link }).click()
    await expect(page).toHaveURL((url) => url.pathname === path)
    await expect(main.getByRole('link', { name: link })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  }
})

test('on a phone the navigation is a drawer', async ({ page, signInAs }) => {
  await signInAs('support')
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto('/event-types')
  await page.getByRole('button', { name: 'Menu' }).click()
  const drawer = page.getByRole('dialog', { name: 'Menu' })
  await expectAccessible(page)
  await drawer.getByRole('link', { name: 'Statistics' }).click()
  await expect(page).toHaveURL(/\/statistics$/)
  await expect(drawer).toBeHidden()
})

test('a person of two stores switches between them', async ({
  page,
  shopbell,
  stores,
  createPerson,
  signInAs,
}) => {
  expect(stores.ownToken).not.toBe('')
  const person = await createPerson('operator')
  await shopbell.npmRun(
    'user:create',
    '--store',
    'journey',
    '--email',
    person.email,
    '--name',
    'T',
    '--role',
    'support',
  )
  await signInAs(person)
  await page.goto('/settings/webhooks')
  await page.getByRole('button', { name: 'Store: Journey. Switch store' }).click()
  await expect(page.getByRole('menuitem', { name: 'Journey Support current store' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Nordlicht Storage Operator' }).click()
  await expect(page.getByRole('button', { name: 'Store: Nordlicht Storage. Switch store' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Toni Journey/ })).toContainText('Operator')
})

test('signing out ends the session', async ({ page, createPerson, signInAs }) => {
  await signInAs(await createPerson('support'))
  await page.goto('/settings/webhooks')
  await hydrated(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/signin/)
  await page.goto('/settings/webhooks')
  await expect(page).toHaveURL(/\/signin\?callbackUrl=/)
})

test('a session that ended meanwhile is said, and leads back here', async ({
  page,
  context,
  createPerson,
  signInAs,
  expectComplaints,
}) => {
  await signInAs(await createPerson('operator'))
  await page.goto('/deliveries?range=7d')
  expectComplaints(/401/)
  await context.clearCookies()
  const ended = page.getByRole('alert').filter({ hasText: 'Your session has ended' })
  await expect(ended).toBeVisible()
  await expectAccessible(page)
  await ended.getByRole('button', { name: 'Sign in to continue' }).click()
  await expect(page).toHaveURL(/\/signin\?expired=1&callbackUrl=%2Fdeliveries%3Frange%3D7d$/)
})

test('an address without a page, inside and outside', async ({ page, signInAs, expectComplaints }) => {
  await signInAs('support')
  expectComplaints(/404/)
  for (const path of ['/settings/webhooks/we_nothing', '/deliveries/dlv_nothing', '/nowhere']) {
    const answer = await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not found')
    // Inside, the page had begun to load before it was known that there is none.
    if (path === '/nowhere') expect(answer?.status()).toBe(404)
    await inEveryLook(page, () => expectAccessible(page))
  }
})
