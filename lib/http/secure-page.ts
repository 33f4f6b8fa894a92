import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './content-security-policy'

type Circumstances = {
  /** People open this installation by https. */
  isSecure: boolean
  isDevelopment: boolean
}

const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Lets a request for a page through, with what the page must know and the browser must hold it to. */
export function securePage({ headers, nextUrl }: NextRequest, circumstances: Circumstances): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, circumstances.isDevelopment)

  const passed = new Headers(headers)
  // Next takes the nonce of its own scripts from there.
  passed.set('content-security-policy', policy)
  // A page cannot ask for its own path otherwise; whoever has to sign in comes back by it.
  passed.set('x-shopbell-path', `${nextUrl.pathname}${nextUrl.search}`)

  const response = NextResponse.next({ request: { headers: passed } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value)
  // One that is opened by http must not be made to need https.
  if (circumstances.isSecure) {
    response.headers.set('strict-transport-security', `max-age=${YEAR_SECONDS}`)
  }
  return response
}
