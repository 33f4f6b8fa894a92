import { checkPlaceholders, fillPlaceholders, listPlaceholders } from '@/lib/webhooks/placeholders'

type Sample = { name: string; sample: unknown }

/** What a URL becomes for an event: `filled` is null where the event could not be sent, and `problem` says why. */
export type UrlPreview = {
  filled: string | null
  problem: string | null
  /** What each placeholder finds; empty where it finds nothing. */
  values: { name: string; found: string }[]
}

/** The URL filled from a type's sample, by the same functions that send. */
export function previewUrl(url: string, { name: type, sample }: Sample): UrlPreview {
  const checked = checkPlaceholders(url)
  if (!checked.ok) return { filled: null, problem: checked.message, values: [] }
  const filled = fillPlaceholders(url, type, sample)
  const values = listPlaceholders(url).map((name) => ({ name, found: findValue(name, type, sample) }))
  return filled.ok
    ? { filled: filled.url, problem: null, values }
    : { filled: null, problem: filled.detail, values }
}

const ALONE = 'https://example.com/?v='

function findValue(name: string, type: string, sample: unknown): string {
  const filled = fillPlaceholders(`${ALONE}{{${name}}}`, type, sample)
  return filled.ok ? decodeURIComponent(filled.url.slice(ALONE.length)) : ''
}

/** The URL with a placeholder at this place, where it can stand: never before the path. `caret` is after it. */
export function insertPlaceholder(
  url: string,
  at: number | null,
  name: string,
): { url: string; caret: number } {
  const token = `{{${name}}}`
  const authority = /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? ''
  const needsPath = authority !== '' && authority === url
  const place = at === null || at <= authority.length ? url.length : at
  const added = `${needsPath ? '/' : ''}${token}`
  return { url: url.slice(0, place) + added + url.slice(place), caret: place + added.length }
}
