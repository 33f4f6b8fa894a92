import { browse, signIn } from './fixtures/http-sign-in'
import { expect, test } from './fixtures/journey'
import { createPerson } from './fixtures/people'

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
  // Somebody of its own: a user of the demo store could not sign in to other tests for a while.
  const person = await createPerson(shopbell, 'demo', 'support')
  const sign = (password: string) => signIn(shopbell.url, person.email, password)
  for (let failure = 1; failure <= 5; failure++) {
    const { jar, location } = await sign(`wrong ${failure}`)
    expect(location).toContain('error=CredentialsSignin')
    expect((await browse(jar, `${shopbell.url}/api/screens/deliveries`)).status).toBe(401)
  }
  const { location } = await sign(person.password)
  expect(decodeURIComponent(location)).toContain('error=blocked:')
})

test('signing out ends a session for every copy of its cookie', async ({ shopbell }) => {
  const { email, password } = await createPerson(shopbell, 'demo', 'support')
  const { jar } = await signIn(shopbell.url, email, password)
  const copy = new Map(jar)
  const path = `${shopbell.url}/api/screens/endpoints`
  expect((await browse(copy, path)).status).toBe(200)

  const csrf = await browse(jar, `${shopbell.url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  await browse(jar, `${shopbell.url}/api/auth/signout`, { csrfToken, json: 'true' })
  expect((await browse(copy, path)).status).toBe(401)
})

test('the paths of sign-in take no more than a sign-in, and have no pages of their own', async ({
  shopbell,
}) => {
  const path = `${shopbell.url}/api/auth/callback/credentials`
  const post = (init: RequestInit & { duplex?: 'half' }) => fetch(path, { method: 'POST', ...init })
  expect((await post({ body: 'x'.repeat(20_000) })).status).toBe(413)
  const stream = new Blob(['x']).stream()
  expect((await post({ body: stream, duplex: 'half' })).status).toBe(411)
  for (const page of ['signout', 'verify-request', 'callback/credentials']) {
    const answer = await fetch(`${shopbell.url}/api/auth/${page}`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})
