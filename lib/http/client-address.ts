import { env } from '@/lib/env'

type Headers = Record<string, string | string[] | undefined>

/**
 * The network address of whoever made a request: that of the connection, which the server notes in a header of its own,
 * or, behind `TRUSTED_PROXIES` proxies, the one that the outermost of these saw. IPv6 counts by its /64.
 */
export function clientAddress(headers: Headers): string {
  const { TRUSTED_PROXIES } = env()
  const forwarded = textOf(headers['x-forwarded-for']).split(',')
  const address = TRUSTED_PROXIES > 0 ? forwarded.at(-TRUSTED_PROXIES) : textOf(headers['x-shopbell-client'])
  const trimmed = address?.trim() ?? ''
  return trimmed.includes(':') && !trimmed.startsWith('::ffff:')
    ? trimmed.split(':').slice(0, 4).join(':')
    : trimmed
}

function textOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}
