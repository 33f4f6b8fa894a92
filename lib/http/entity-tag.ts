import { createHash } from 'node:crypto'
import { validationError } from '@/lib/errors'
import type { RevisionCheck } from '@/lib/operations/endpoints'
import type { Answer } from './answer'
import type { ApiRequest } from './route'

// RFC 9110, section 8.8.3.
const TAG = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`
const TAGS = new RegExp(String.raw`^[\t ,]*${TAG}(?:[\t ]*,(?:[\t ]*${TAG})?)*[\t ]*$`)
const ID_DIGITS = 6

/** What has a version: an id, and a number that goes up with each change. */
type Versioned = { id: string; revision: number }

/**
 * The ETag of a resource: its version, and a hash of what is shown of it. `If-None-Match` is about all of it, since what
 * is shown may change without anyone changing the resource; `If-Match` is about the version alone.
 */
export function entityTag(resource: Versioned, shown: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(shown)).digest('base64url')
  return `"${versionOf(resource)}-${hash.slice(0, 16)}"`
}

function versionOf({ id, revision }: Versioned): string {
  return `${id.slice(-ID_DIGITS)}-${revision}`
}

/**
 * What a request's `If-Match` asks of the resource's revision; null for nothing, also for `*`, since what is not there is
 * a 404 anyway. A weak tag matches nothing (RFC 9110, section 13.1.1). Throws `validation_failed` for what is no list of
 * tags.
 */
export function revisionCheckOf(request: ApiRequest, id: string): RevisionCheck | null {
  const header = request.headers.get('if-match')
  if (header === null || header.trim() === '*') return null
  if (!TAGS.test(header)) {
    const detail = 'Send the ETag as it came, in its quotation marks, or *.'
    throw validationError([{ pointer: 'if-match', code: 'invalid', detail }])
  }
  const versions = tagsOf(header).map((tag) => /^"(\w+-\d+)-/.exec(tag)?.[1])
  return (revision) => versions.includes(versionOf({ id, revision }))
}

/** The answer to a GET, or 304 where the request's `If-None-Match` names what it has already. */
export function unlessKnown(request: ApiRequest, answer: Answer): Answer {
  const header = request.headers.get('if-none-match')
  const { etag = '', 'content-type': _, ...headers } = answer.headers
  if (header === null || etag === '') return answer
  const isKnown = header.trim() === '*' || tagsOf(header).some((tag) => tag.replace(/^W\//, '') === etag)
  return isKnown ? { status: 304, headers: { ...headers, etag }, body: null } : answer
}

function tagsOf(header: string): string[] {
  return header.match(new RegExp(TAG, 'g')) ?? []
}
