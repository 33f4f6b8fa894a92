import type { AddressPolicy } from './blocked-address'
import { checkPlaceholders, type PlaceholderProblem, replacePlaceholders } from './placeholders'

/** Why a URL cannot be an endpoint's: stable names, part of the HTTP API's contract. */
type EndpointUrlProblem =
  | 'url_invalid'
  | 'url_too_long'
  | PlaceholderProblem
  | 'url_characters'
  | 'url_scheme'
  | 'url_https_required'
  | 'url_userinfo'
  | 'url_host'
  | 'url_private_address'
  | 'url_port'

type EndpointUrlCheck = { ok: true; url: string } | { ok: false; code: EndpointUrlProblem; message: string }

const longestUrl = 2048

// RFC 6761, RFC 6762, RFC 8375 and ICANN's reservation of .internal: names that no public host has.
const privateSuffixes = ['localhost', 'local', 'internal', 'home.arpa', 'test', 'invalid', 'example', 'onion']

// Above 1023: the WHATWG Fetch standard's bad ports, and databases and remote desktops.
const otherServicePorts = new Set([
  1433, 1521, 1719, 1720, 1723, 2049, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5900, 6000, 6379, 6566,
  6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042, 10080, 11211, 27017,
])

/**
 * Whether `raw` can be an endpoint's URL; `url` is `raw` as it was typed, and `message` a sentence for a person.
 * A check for early and friendly errors: names that point to private addresses are found when connecting.
 * `http://` passes only where the policy allows the host by itself. Placeholders may stand in the path and in values of
 * parameters. Usable in the browser.
 */
export function checkEndpointUrl(raw: string, { policy }: { policy: AddressPolicy }): EndpointUrlCheck {
  if (raw === '') return refuse('url_invalid', 'Enter a URL, such as https://shop.example.com/webhooks.')
  if (raw.length > longestUrl) {
    return refuse('url_too_long', 'The URL is too long: it can have at most 2,048 characters.')
  }
  const placeholders = checkPlaceholders(raw)
  if (!placeholders.ok) return placeholders
  // They stand in the path and in parameters alone, so that all that decides where a request goes is as it was typed.
  return refuseUrl(replacePlaceholders(raw, 'x'), policy) ?? { ok: true, url: raw }
}

function refuseUrl(raw: string, policy: AddressPolicy): EndpointUrlCheck | null {
  // `new URL` repairs these silently, so that what is requested would not be what was typed.
  if (/[\s\\\p{Cc}]/u.test(raw) || !raw.isWellFormed()) {
    return refuse(
      'url_characters',
      'The URL contains a space, a line break, a backslash or a control character.',
    )
  }
  if (!/^https?:\/\//.test(raw)) return refuse('url_scheme', 'The URL must start with https://.')
  if (!URL.canParse(raw))
    return refuse('url_invalid', 'This is not a valid URL. Check the host name and the port.')

  const authority = raw.slice(raw.indexOf('//') + 2).split(/[/?#]/, 1)[0] ?? ''
  const parsed = new URL(raw)
  if (authority === '') return refuse('url_host', 'The URL has no host name.')
  if (authority.includes('@')) {
    return refuse('url_userinfo', 'The URL must not contain a user name or password.')
  }
  return checkHost(parsed.hostname, policy) ?? checkScheme(parsed, policy) ?? checkPort(parsed.port)
}

function checkHost(host: string, policy: AddressPolicy): EndpointUrlCheck | null {
  // `new URL` writes every spelling of an IPv4 address (octal, hexadecimal, one number) in this form.
  const isAddress = host.startsWith('[') || /^[\d.]+$/.test(host)
  if (isAddress || host === 'localhost') {
    const isAllowed = isAddress
      ? policy.isAllowed(host.replace(/^\[(.*)\]$/, '$1'))
      : policy.allowsHost('localhost')
    return isAllowed
      ? null
      : refuse(
          'url_private_address',
          `${host} is a private or reserved address. Use a host that is on the internet.`,
        )
  }
  if (host.endsWith('.')) return refuse('url_host', 'The host name must not end with a dot.')
  if (privateSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))) {
    return refuse('url_host', `${host} is a private or reserved name. Use a host that is on the internet.`)
  }
  if (!host.includes('.')) {
    return refuse('url_host', 'Use the full host name, such as shop.example.com.')
  }
  const isName = host.length <= 253 && host.split('.').every((label) => /^[a-z0-9_-]{1,63}$/.test(label))
  return isName ? null : refuse('url_host', 'The host name is not valid.')
}

function checkScheme(parsed: URL, policy: AddressPolicy): EndpointUrlCheck | null {
  if (parsed.protocol === 'https:' || policy.allowsHost(parsed.hostname)) return null
  return refuse(
    'url_https_required',
    'The URL must start with https://, so that nobody can read what is sent.',
  )
}

function checkPort(digits: string): EndpointUrlCheck | null {
  // `new URL` leaves out the default port of the scheme.
  const port = digits === '' ? 443 : Number(digits)
  if (port === 80 || port === 443 || (port > 1023 && !otherServicePorts.has(port))) return null
  return refuse('url_port', `Port ${port} is not allowed. Use 443, or a port above 1023 that serves HTTPS.`)
}

function refuse(code: EndpointUrlProblem, message: string): EndpointUrlCheck {
  return { ok: false, code, message }
}
