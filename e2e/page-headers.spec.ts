import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/dashboard'

const POLICY = 'content-security-policy'
const NONCE = /'nonce-([^']+)'/

test('every page is served with a policy that only its own scripts meet', async ({ page, signInAs }) => {
  await signInAs('operator')
  const nonces = new Set<string>()
  for (const path of ['/', '/signin', '/settings/webhooks', '/settings/webhooks', '/there/is/no/such/page']) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    const headers = answer.headers()
    expect(headers).toMatchObject({
      'cache-control': expect.stringContaining('no-store'),
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    // Opened by http here.
    expect(headers).not.toHaveProperty('strict-transport-security')

    const policy = headers[POLICY] ?? ''
    const nonce = NONCE.exec(policy)?.[1] ?? ''
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline')
    expect(nonces).not.toContain(nonce)
    nonces.add(nonce)
    for (const [tag] of (await answer.text()).matchAll(/<script\b[^>]*>/g)) {
      expect(tag).toContain(`nonce="${nonce}"`)
    }
  }
})

test('what answers programs, and files, have no policy of pages', async ({ page }) => {
  await page.goto('/')
  const script = await page.locator('script[src]').first().getAttribute('src')
  for (const path of ['/api/health', '/api/auth/csrf', '/2025-09/deliveries', '/api/nothing', script ?? '']) {
    const headers = (await page.request.get(path)).headers()
    expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    for (const name of [POLICY, 'permissions-policy']) expect(headers, path).not.toHaveProperty(name)
  }
})

test.describe('a browser does not run what somebody else put into a page:', () => {
  const planted = {
    'a script': '<script>document.title = "taken"</script>',
    'a handler of an event': '<img src="data:," onerror="document.title = `taken`">',
    'a script of another site': '<script src="https://elsewhere.example/take.js"></script>',
    'a style': '<style>h1 { color: rgb(1, 2, 3) !important }</style>',
    'another base for its addresses': '<base href="https://elsewhere.example/">',
  }
  for (const [what, html] of Object.entries(planted)) {
    test(what, async ({ page, expectComplaints }) => {
      expectComplaints(/Content Security Policy/)
      const refused = page.waitForEvent('console', (message) =>
        /Content Security Policy/.test(message.text()),
      )
      await plant(page, html)
      await page.goto('/signin')
      await refused
      // The page itself works.
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
      await expect(page).toHaveTitle('Sign in · Shopbell')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveCSS('color', 'rgb(1, 2, 3)')
      expect(await page.evaluate(() => document.baseURI)).toBe(page.url())
    })
  }

  test('a form that sends elsewhere', async ({ page, expectComplaints }) => {
    expectComplaints(/Content Security Policy/)
    const refused = page.waitForEvent('console', (message) => /form-action/.test(message.text()))
    await plant(page, '<form action="https://elsewhere.example/" method="post"><button>Win</button></form>')
    await page.goto('/signin')
    // It would wait for the navigation that does not come.
    await page.getByRole('button', { name: 'Win' }).click({ noWaitAfter: true })
    await refused
    expect(new URL(page.url()).pathname).toBe('/signin')
  })
})

/** As if the page had let somebody's text through as markup. */
async function plant(page: Page, html: string): Promise<void> {
  await page.route('/signin', async (route) => {
    const response = await route.fetch()
    const text = await response.text()
    await route.fulfill({ response, body: text.replace('<body>', `<body>${html}`) })
  })
}
