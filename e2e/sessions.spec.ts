import { expect, test } from './fixtures/journey'

type Jar = Map<string, string>

/** A browser's part in signing in, without a browser: cookies kept, forms sent. */
async function browse(jar: Jar, url: string, form?: Record<string, string>): Promise<Response> {
  const response = await fetch(url, {
    redirect: 'manual',
    method: form ? 'POST' : 'GET',
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  })
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    jar.set(name, value)
  }
  return response
}

async function signIn(url: string, email: string, password: string): Promise<{ jar: Jar; location: string }> {
  const jar: Jar = new Map()
  const csrf = await browse(jar, `${url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const answer = await browse(jar, `${url}/api/auth/callback/credentials`, { csrfToken, email, password })
  return { jar, location: answer.headers.get('location') ?? '' }
}

test('a session opens what screens read, and nothing else does', async ({ shopbell }) => {
  const path = `${shopbell.url}/api/screens/deliveries`
  expect((await fetch(path)).status).toBe(401)

  const [admin] = await shopbell.credentials()
  if (!admin) throw new Error('There are no demo sign-ins.')
  const { jar } = await signIn(shopbell.url, admin.email, admin.password)
  const page = await browse(jar, path)
  expect(page.status).toBe(200)
  const { rows } = (await page.json()) as { rows: { endpointName: string }[] }
  expect(rows).toHaveLength(50)
  expect(rows.every((row) => row.endpointName !== '')).toBe(true)
  // The cookie is no key to the API of programs.
  expect((await browse(jar, `${shopbell.url}/2025-09/deliveries`)).status).toBe(401)
})

test('a wrong password opens nothing, and after five of them the right one has to wait', async ({
  shopbell,
}) => {
  const [support] = (await shopbell.credentials()).filter(({ role }) => role === 'support')
  if (!support) throw new Error('There are no demo sign-ins.')
  const sign = (password: string) => signIn(shopbell.url, support.email, password)
  for (let failure = 1; failure <= 5; failure++) {
    const { jar, location } = await sign(`wrong ${failure}`)
    expect(location).toContain('error=CredentialsSignin')
    expect((await browse(jar, `${shopbell.url}/api/screens/deliveries`)).status).toBe(401)
  }
  const { location } = await sign(support.password)
  expect(decodeURIComponent(location)).toContain('error=blocked:')
})
