import { Complaints } from './fixtures/complaints'
import { expect, test } from './fixtures/dashboard'
import { hydrated } from './fixtures/hydrated'
import { latch } from './fixtures/latch'
import { expectAccessible, inEveryLook } from './fixtures/looks'

// What the tests of all screens stand on: a net that has a hole would let everything pass.

test.fail('a page that complains fails its test', async ({ page }) => {
  await page.goto('/signin')
  await page.evaluate(() => console.warn('planted'))
})

test('what a page can complain of is heard', async ({ page, context, expectComplaints }) => {
  expectComplaints(/planted|Content Security Policy|status of 404/)
  const complaints = new Complaints(context)
  const heard = () => complaints.unexpected
  await page.goto('/signin')
  expect(heard()).toEqual([])

  await page.evaluate(() => console.error('planted error'))
  await expect.poll(heard).toContainEqual(expect.stringContaining('error: planted error'))
  await page.evaluate(() => console.warn('planted warning'))
  await expect.poll(heard).toContainEqual(expect.stringContaining('warning: planted warning'))
  await page.evaluate(() => void Promise.reject(new Error('planted rejection')))
  await expect.poll(heard).toContainEqual(expect.stringContaining('Error: planted rejection'))
  await page.evaluate(() => {
    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/' }))
  })
  await expect.poll(heard).toContainEqual(expect.stringContaining('Content Security Policy'))
  await page.evaluate(() => fetch('/api/planted'))
  await expect.poll(heard).toContainEqual(expect.stringContaining('status of 404'))
  expect(heard()).toHaveLength(5)
})

test('what a test expects does not fail it', async ({ page, expectComplaints }) => {
  expectComplaints(/planted/)
  await page.goto('/signin')
  await page.evaluate(() => console.error('planted'))
})

test('words that cannot be read, and a control without a name, are found', async ({ page }) => {
  await page.goto('/signin')
  await hydrated(page)
  await page.evaluate(() => {
    const words = Object.assign(document.createElement('p'), { textContent: 'planted' })
    words.style.cssText = 'color: #999; background: #aaa'
    document.querySelector('main')?.append(words, document.createElement('button'))
  })
  const found = expectAccessible(page)
  await expect(found).rejects.toThrow(/color-contrast/)
  await expect(found).rejects.toThrow(/button-name/)
})

test('what is wider than the window is found', async ({ page }) => {
  await page.goto('/signin')
  await hydrated(page)
  await page.evaluate(() => {
    const wide = document.createElement('p')
    wide.style.width = '330px'
    wide.style.height = '1px'
    document.querySelector('main')?.append(wide)
  })
  const looked: string[] = []
  const looking = inEveryLook(page, async ({ colorScheme, width }) => {
    looked.push(`${colorScheme} ${width}`)
  })
  await expect(looking).rejects.toThrow(/wider than the window/)
  // At 375 px it still fits, at 320 it does not.
  expect(looked).toEqual(['light 1280', 'light 375', 'dark 1280', 'dark 375'])
})

test('a page is waited for until its controls have their script', async ({ page }) => {
  const script = latch()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await script.opened
    await route.continue()
  })
  await page.goto('/signin', { waitUntil: 'commit' })
  const taken = hydrated(page).then(() => 'taken')
  const shown = page
    .getByRole('button', { name: 'Show password' })
    .waitFor()
    .then(() => 'shown')
  expect(await Promise.race([taken, shown])).toBe('shown')
  script.open()
  expect(await taken).toBe('taken')
})

test('the browser is who the test says, one after the other', async ({
  page,
  signInAs,
  signInToEmptyStore,
  createPerson,
}) => {
  const rows = async () => {
    const answer = await page.request.get('/api/screens/deliveries')
    return answer.ok() ? ((await answer.json()) as { rows: unknown[] }).rows.length : answer.status()
  }
  expect(await rows()).toBe(401)
  for (const role of ['operator', 'support', 'admin', 'operator'] as const) {
    await signInAs(role)
    expect(await rows()).toBe(50)
  }
  await signInToEmptyStore()
  expect(await rows()).toBe(0)
  await signInAs(await createPerson('support'))
  expect(await rows()).toBe(50)
})

test('the demo store can be worked on, and loses what was made', async ({ demoApi, startReceiver }) => {
  const { url } = await startReceiver()
  const made = await demoApi.createEndpoint({ url })
  expect((await demoApi.call('GET', `/2025-09/webhook_endpoints/${made.id}`)).status).toBe(200)
  await demoApi.deleteMade()
  expect((await demoApi.call('GET', `/2025-09/webhook_endpoints/${made.id}`)).status).toBe(404)
})
