import { env } from '@/lib/env'

type Headers = Record<string, string | string[] | undefined>

/**
 * The network address of whoever made a request: that of the connection, which the server notes in a header of its own,
 * or, behind `TRUSTED_PROXIES` proxies, the one that the outermost of these saw. IPv6 counts by its /64, an IPv4 address
 * written as IPv6 as what it is.
 */
export function clientAddress(headers: Headers): string {
  const { TRUSTED_PROXIES } = env()
  const forwarded = textOf(headers['x-forwarded-for']).split(',')
  const address = TRUSTED_PROXIES > 0 ? forwarded.at(-TRUSTED_PROXIES) : textOf(headers['x-shopbell-client'])
  return networkOf(bareAddress(address?.trim() ?? ''))
}

/** Without the brackets, port and zone with which proxies and systems may write it. */
function bareAddress(text: string): string {
  return text.replace(/^\[([^\]]*)\].*|^([\d.]+):\d+$/, '$1$2').replace(/%.*/, '')
}

function networkOf(address: string): string {
  const url = `http://[${address}]`
  if (!/^[\da-f:.]+$/i.test(address) || !URL.canParse(url)) return address
  // In lower case, without zeros in front, as groups to its end.
  const normal = new URL(url).hostname.slice(1, -1)
  const [, high, low] = /^::ffff:(\w+):(\w+)$/.exec(normal) ?? []
  if (high && low) return [high, low].flatMap(bytesOf).join('.')
  const [front = [], back = []] = normal.split('::').map((part) => part.split(':').filter((group) => group))
  const left = Array.from({ length: 8 - front.length - back.length }, () => '0')
  return [...front, ...left, ...back].slice(0, 4).join(':')
}

function bytesOf(group: string): number[] {
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 0xff]
}

function textOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}
