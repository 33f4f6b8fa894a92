import type { IncomingHttpHeaders } from 'node:http'
import { StringDecoder } from 'node:string_decoder'
import type { ReceivedResponse } from '@/lib/webhooks/outcome'

const mostHeaders = 64
const longestValue = 1_024
const replacement = '\ufffd'

// What receivers set, or echo of what they got.
const secretNames = new Set(['set-cookie', 'cookie', 'authorization', 'proxy-authorization'])

/**
 * What is kept of a response: at most 64 headers of at most 1,024 characters each, without cookies, credentials and the
 * query of `location`; the body as text that any database can hold, with what is not UTF-8 (and NUL) replaced.
 */
export function keepResponse(
  headers: IncomingHttpHeaders,
  body: readonly Buffer[],
  { url, truncated }: { url: string; truncated: boolean },
): ReceivedResponse {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers).slice(0, mostHeaders)) {
    if (value !== undefined) kept[name] = keepValue(name, value, url)
  }
  return { headers: kept, body: toText(body, truncated), truncated }
}

/** The HTTP URL of a `location` header without user info, query and fragment, which may hold secrets; null for others. */
export function redactLocation(location: string, url: string): string | null {
  if (!URL.canParse(location, url)) return null
  const { protocol, host, pathname } = new URL(location, url)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  return cut(`${protocol}//${host}${pathname}`)
}

function keepValue(name: string, value: string | string[], url: string): string {
  if (secretNames.has(name)) return '…'
  const text = typeof value === 'string' ? value : value.join(', ')
  return name === 'location' ? (redactLocation(text, url) ?? '…') : cut(text)
}

function cut(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text
}

function toText(body: readonly Buffer[], truncated: boolean): string {
  if (body.length === 0) return ''
  const [first] = body
  const bytes = body.length === 1 && first ? first : Buffer.concat(body)
  // The decoder leaves a character out that was cut in two.
  const text = truncated ? new StringDecoder('utf8').write(bytes) : bytes.toString('utf8')
  return text.replaceAll('\0', replacement)
}
