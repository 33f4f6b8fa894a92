import type { Route } from 'next'

const STANDARD: Route = '/settings/webhooks'
const LONGEST = 2_000
const BASE = 'http://shopbell.invalid'
const CONTROL = /\p{Cc}/u
// What answers programs, and the sign-in itself.
const NO_PAGE = /^\/(api|2025-09|v1|_next|signin)([/?#]|$)/

/** Where to go after the sign-in: a page of ours as a path, whatever the address bar asks for. */
export function returnPath(given: string | string[] | undefined): Route {
  if (typeof given !== 'string' || given.length > LONGEST) return STANDARD
  if (!given.startsWith('/') || given.includes('\\') || CONTROL.test(given)) return STANDARD
  if (!URL.canParse(given, BASE)) return STANDARD
  // Read as a browser reads it, for which “//host”, and “/.//host” once its dots are resolved, is another host.
  const url = new URL(given, BASE)
  const path = `${url.pathname}${url.search}${url.hash}`
  return url.origin === BASE && isPage(path) ? path : STANDARD
}

function isPage(path: string): path is Route {
  return !path.startsWith('//') && !NO_PAGE.test(path)
}
