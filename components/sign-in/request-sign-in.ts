/** Why nobody was signed in; `until` is in milliseconds of this browser's clock. */
export type SignInFailure =
  | { kind: 'refused' }
  | { kind: 'blocked'; until: number }
  | { kind: 'no_cookies' }
  | { kind: 'unreachable' }
  | { kind: 'failed' }

const ANSWERS_WITHIN_MS = 30_000
const BLOCKED = /^blocked:(.+)$/

/**
 * Signs in; null once that is done. The package's own `signIn` leaves the page, and what was typed, when the network is
 * away, and takes a refused cookie for success.
 */
export async function requestSignIn(email: string, password: string): Promise<SignInFailure | null> {
  try {
    const token = await fetch('/api/auth/csrf', { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) })
    const csrfToken = textAt(await readJson(token), 'csrfToken')
    if (csrfToken === null) return { kind: 'failed' }
    const answer = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    })
    const url = textAt(await readJson(answer), 'url')
    return url !== null && URL.canParse(url) ? failureIn(new URL(url), answer) : { kind: 'failed' }
  } catch {
    return { kind: 'unreachable' }
  }
}

function failureIn({ searchParams }: URL, answer: Response): SignInFailure | null {
  const error = searchParams.get('error')
  // It asks to confirm the sign-in when the cookie that belongs to the token did not come back.
  if (searchParams.has('csrf')) return { kind: 'no_cookies' }
  if (error === null && answer.ok) return null
  if (error === 'CredentialsSignin') return { kind: 'refused' }
  const until = Date.parse(BLOCKED.exec(error ?? '')?.[1] ?? '')
  if (Number.isNaN(until)) return { kind: 'failed' }
  // The two clocks may differ; how long to wait does not.
  const serverNow = Date.parse(answer.headers.get('date') ?? '')
  return { kind: 'blocked', until: Number.isNaN(serverNow) ? until : Date.now() + (until - serverNow) }
}

/** The body as JSON, null where it is none; throws when the connection breaks. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textAt(json: unknown, key: string): string | null {
  const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, key) : null
  return typeof value === 'string' ? value : null
}
