/** Headers that an endpoint's own requests carry besides ours: by name as it was typed, which is unique in any case. */
export type CustomHeaders = Readonly<Record<string, string>>

/** How many an endpoint may have. */
export const MOST_HEADERS = 20

export const tooManyHeaders = `Use at most ${MOST_HEADERS} headers.`

const LONGEST_NAME = 64
const LONGEST_VALUE_BYTES = 1_024

// RFC 9110, section 5.6.2.
const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/

// What we write ourselves, what concerns a connection and not a request (RFC 9110, section 7.6.1), what tells a receiver
// where a request comes from, and what opens the metadata services of clouds.
const TAKEN_NAMES = new Set([
  ...[
    'host',
    'connection',
    'keep-alive',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
    'expect',
    'http2-settings',
  ],
  ...[
    'user-agent',
    'accept-encoding',
    'date',
    'age',
    'cache-control',
    'cookie',
    'cookie2',
    'set-cookie',
    'set-cookie2',
  ],
  ...[
    'forwarded',
    'via',
    'x-real-ip',
    'x-client-ip',
    'true-client-ip',
    'cf-connecting-ip',
    'origin',
    'referer',
  ],
  ...['x-http-method-override', 'x-original-url', 'x-rewrite-url', 'early-data'],
  ...['metadata', 'metadata-flavor', 'x-metadata-token', '__proto__'],
])
const TAKEN_BEGINNINGS = [
  ...['webhook-', 'shopbell-', 'content-', 'proxy-', 'ce-', 'x-forwarded-', 'sec-'],
  ...['x-amz-', 'x-amzn-', 'x-aws-', 'x-goog-', 'x-google-', 'x-azure-'],
]

/** What is wrong with a header's name, in a sentence; null where it can be used. `reserved` are more names that are taken. */
export function refuseHeaderName(name: string, reserved: readonly string[] = []): string | null {
  if (name === '') return 'Give the header a name.'
  if (name.length > LONGEST_NAME) return `A header’s name can have at most ${LONGEST_NAME} characters.`
  if (!TOKEN.test(name)) return 'A header’s name has letters, digits and !#$%&’*+-.^_`|~ only, and no spaces.'
  const lower = name.toLowerCase()
  const isTaken =
    TAKEN_NAMES.has(lower) ||
    TAKEN_BEGINNINGS.some((beginning) => lower.startsWith(beginning)) ||
    reserved.some((taken) => taken.toLowerCase() === lower)
  return isTaken ? `“${name}” is written by Shopbell or by the connection, and cannot be set here.` : null
}

/** What is wrong with a header's value, in a sentence that does not hold it; null where it can be sent. */
export function refuseHeaderValue(value: string): string | null {
  if (value === '') return 'Give the header a value.'
  // Of these characters each is one byte.
  if (!/^[\x20-\x7e]*$/.test(value)) {
    return 'A header’s value has letters without accents, digits, signs and spaces only, on one line.'
  }
  if (value.length > LONGEST_VALUE_BYTES) return 'A header’s value can have at most 1,024 bytes.'
  return value.trim() === value ? null : 'A header’s value cannot begin or end with a space.'
}

/** The names that are there more than once, differing at most in case. */
export function repeatedHeaderNames(names: readonly string[]): string[] {
  const lower = names.map((name) => name.toLowerCase())
  return names.filter((_, index) => lower.indexOf(lower[index] ?? '') !== index)
}

/** JSON merge patch (RFC 7396) with names in any case: a text sets, null removes, what is not named stays. */
export function patchHeaders(
  headers: CustomHeaders,
  patch: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const named = new Set(Object.keys(patch).map((name) => name.toLowerCase()))
  return Object.fromEntries([
    ...Object.entries(headers).filter(([name]) => !named.has(name.toLowerCase())),
    ...Object.entries(patch).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  ])
}

/** Names in the order in which they are shown. */
export function sortHeaderNames(names: readonly string[]): string[] {
  const key = (name: string) => name.toLowerCase()
  return [...names].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
}

/** What stands for a value wherever a request is shown or recorded. */
export const HIDDEN_VALUE = '…'

const LEAST_HIDDEN = 8

/**
 * A function that hides the values of these headers in a text that a receiver sent, such as an echo of our request: whole,
 * without an authorization's scheme, and as JSON writes them. Values of fewer than 8 characters are left, since they
 * would be found by chance, and so is what the endpoint accepts, which every answer says.
 */
export function hideHeaderValues(headers: CustomHeaders): (text: string) => string {
  const hidden = Object.entries(headers).filter(([name]) => !/^accept(-|$)/i.test(name))
  const values = hidden.flatMap(([, value]) => [value, value.slice(value.indexOf(' ') + 1)])
  const written = values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
  // The longest first: a shorter one may be part of it.
  const secrets = [...new Set(written)]
    .filter((text) => text.length >= LEAST_HIDDEN)
    .sort((a, b) => b.length - a.length)
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, HIDDEN_VALUE), text)
}
