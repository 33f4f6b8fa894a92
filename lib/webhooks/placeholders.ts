/** Why a URL's placeholders cannot be accepted: stable names, part of the HTTP API's contract. */
export type PlaceholderProblem =
  | 'url_placeholder_braces'
  | 'url_placeholder_name'
  | 'url_placeholder_scheme'
  | 'url_placeholder_userinfo'
  | 'url_placeholder_host'
  | 'url_placeholder_port'
  | 'url_placeholder_parameter_name'
  | 'url_placeholder_fragment'

type PlaceholderCheck = { ok: true } | { ok: false; code: PlaceholderProblem; message: string }

// By code units: without the `u` flag no text of any form can make the engine look twice.
const TOKEN = /\{\{([^{}]*)\}\}/g
const NAME = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u
const LONGEST_NAME = 100

/** What a filled URL may have at most, in characters: more is refused by most servers before they read it. */
const LONGEST_FILLED_URL = 8_192

const messages: Record<PlaceholderProblem, string> = {
  url_placeholder_braces:
    'A placeholder is written {{name}}, with two braces on each side. Write any other brace as %7B or %7D.',
  url_placeholder_name:
    'A placeholder’s name has letters, digits, “_”, “-” and single dots only, 100 characters at most, like {{order_total}}.',
  url_placeholder_scheme: 'A placeholder cannot stand for https://. Write the beginning of the URL in full.',
  url_placeholder_userinfo: 'A placeholder cannot be part of a user name or password.',
  url_placeholder_host:
    'A placeholder cannot be part of the host name. Use it in the path, or as the value of a parameter.',
  url_placeholder_port: 'A placeholder cannot be the port. Write the port in digits.',
  url_placeholder_parameter_name:
    'A placeholder can be the value of a parameter, not its name: write ?total={{order_total}}.',
  url_placeholder_fragment:
    'A placeholder cannot come after #: that part of a URL is never sent. Use it in the path, or as the value of a parameter.',
}

/**
 * Whether the `{{placeholder}}` tokens of `raw` are well formed and stand where they may: in segments of the path and in
 * values of parameters. It says nothing of the rest of the URL.
 */
export function checkPlaceholders(raw: string): PlaceholderCheck {
  if (!hasPlaceholders(raw)) return { ok: true }
  if (/[{}]/.test(raw.replace(TOKEN, ''))) return refuse('url_placeholder_braces')
  const names = [...raw.matchAll(TOKEN)].map(([, name = '']) => name)
  if (!names.every(isName)) return refuse('url_placeholder_name')
  return refusePlace(raw) ?? { ok: true }
}

function isName(name: string): boolean {
  return name.length <= LONGEST_NAME && NAME.test(name)
}

function refusePlace(raw: string): PlaceholderCheck | null {
  const [, scheme = '', authority = '', query = '', fragment = ''] =
    /^([^/?#]*:)?(?:\/\/([^/?#]*))?[^?#]*(\?[^#]*)?(#.*)?$/su.exec(raw) ?? []
  // Without a scheme the URL begins with whatever would have been one.
  if (hasPlaceholders(scheme) || (scheme === '' && raw.startsWith('{{')))
    return refuse('url_placeholder_scheme')
  const at = authority.lastIndexOf('@')
  if (hasPlaceholders(authority.slice(0, at + 1))) return refuse('url_placeholder_userinfo')
  const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(.*)$/su.exec(authority.slice(at + 1)) ?? []
  if (hasPlaceholders(host)) return refuse('url_placeholder_host')
  if (hasPlaceholders(port)) return refuse('url_placeholder_port')
  const parameterNames = query
    .slice(1)
    .split('&')
    .map((parameter) => parameter.split('=', 1)[0] ?? '')
  if (parameterNames.some(hasPlaceholders)) return refuse('url_placeholder_parameter_name')
  return hasPlaceholders(fragment) ? refuse('url_placeholder_fragment') : null
}

/** Whether a URL has `{{` or `}}` in it, so that its placeholders have to be checked and filled. */
export function hasPlaceholders(url: string): boolean {
  return url.includes('{{') || url.includes('}}')
}

/** The names of a URL's placeholders in the order in which they first appear, each once. */
export function listPlaceholders(url: string): string[] {
  return [...new Set([...url.matchAll(TOKEN)].map(([, name = '']) => name).filter(isName))]
}

/** The URL with this text for each of its placeholders, for looking at the rest of it. */
export function replacePlaceholders(url: string, text: string): string {
  return url.replace(TOKEN, () => text)
}

export type FilledUrl = { ok: true; url: string } | { ok: false; detail: string }

/**
 * A URL that `checkPlaceholders` accepted with the values of one event, `object` being its `data.object`. A value is
 * percent-encoded whole, so none changes what is a segment, a parameter or a host; what is missing or null is empty.
 * A value of `.` or `..`, however encoded, fails, and so does a segment that becomes one, an object or a list, and a URL
 * of more than 8,192 characters; `detail` is a sentence for a person, without any value. Source: seed 002.
 */
export function fillPlaceholders(url: string, eventType: string, object: unknown): FilledUrl {
  if (!hasPlaceholders(url)) return { ok: true, url }
  for (const name of listPlaceholders(url)) {
    const found = findValue(name, eventType, object)
    if (typeof found === 'object' && found !== null) {
      const kind = Array.isArray(found) ? 'a list' : 'an object'
      return fail(`The value for {{${name}}} is ${kind}. Name a single value inside of it.`)
    }
    if (isDotSegment(toText(found)))
      return fail(`The value for {{${name}}} is “.” or “..”, which could lead elsewhere.`)
    if (toText(found).length > LONGEST_FILLED_URL) return fail(tooLong)
  }
  const filled = url.replace(TOKEN, (_, name: string) => encode(toText(findValue(name, eventType, object))))
  if (filled.length > LONGEST_FILLED_URL) return fail(tooLong)
  const segments = pathOf(filled).split('/')
  const hasBecomeDots = pathOf(url)
    .split('/')
    .some((segment, index) => hasPlaceholders(segment) && isDotSegment(segments[index] ?? ''))
  if (hasBecomeDots) return fail('A part of the path would become “.” or “..”, and so lead elsewhere.')
  return { ok: true, url: filled }
}

const tooLong = 'The URL would have more than 8,192 characters with the values of this event.'

/** `{{order_total}}` of an `order.*` event: `order_total`, `order.total`, then `total`; the first that is there. */
function findValue(name: string, eventType: string, object: unknown): unknown {
  const own = eventType.split('.', 1)[0] ?? ''
  const isOwn = own !== '' && (name.startsWith(`${own}_`) || name.startsWith(`${own}.`))
  for (const wanted of isOwn ? [name, name.slice(own.length + 1)] : [name]) {
    for (const path of [[wanted], wanted.split('.'), wanted.split(/[._]/)]) {
      const found = follow(object, path)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function follow(object: unknown, path: readonly string[]): unknown {
  let value = object
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    if (Array.isArray(value) && !/^\d+$/.test(key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function toText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).toWellFormed()
}

/** RFC 3986: all but unreserved characters. `encodeURIComponent` leaves five that are reserved. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** What any reader may take for `.` or `..`: WHATWG URL's dot segments, also where they were encoded more than once. */
function isDotSegment(text: string): boolean {
  return /^(?:\.|%(?:25)*2e){1,2}$/i.test(text)
}

function pathOf(url: string): string {
  return /^[^/?#]*\/\/[^/?#]*([^?#]*)/s.exec(url)?.[1] ?? ''
}

function refuse(code: PlaceholderProblem): PlaceholderCheck {
  return { ok: false, code, message: messages[code] }
}

function fail(detail: string): FilledUrl {
  return { ok: false, detail }
}
