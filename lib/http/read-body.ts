import type { z } from 'zod'
import { AppError, validationError } from '@/lib/errors'
import { emptyBody } from '@/lib/schemas/empty-body'
import { fieldErrors } from '@/lib/schemas/field-errors'
import type { ApiRequest } from './route'

/** The largest body of most paths, in bytes. */
const STANDARD_BODY_BYTES = 64 * 1024

const JSON_TYPE = /^application\/([\w.-]+\+)?json$/
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * The JSON of a request's body, of `mostBytes` at most: a longer one is refused before it is read whole. Throws
 * `unsupported_media_type`, `body_too_large`, `malformed_json`.
 */
export async function readJson(request: ApiRequest, mostBytes = STANDARD_BODY_BYTES): Promise<unknown> {
  return parseJson(request, await readBytes(request, mostBytes))
}

/** The same, where the body may be left out: `{}` then. */
export async function readOptionalJson(
  request: ApiRequest,
  mostBytes = STANDARD_BODY_BYTES,
): Promise<unknown> {
  const bytes = await readBytes(request, mostBytes)
  return bytes.length === 0 ? {} : parseJson(request, bytes)
}

/** For paths that take no body: an empty one and `{}` pass. Throws `validation_failed` for fields. */
export async function readEmptyBody(request: ApiRequest): Promise<void> {
  parseWith(emptyBody, await readOptionalJson(request))
}

function parseJson(request: ApiRequest, bytes: Uint8Array): unknown {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (!JSON_TYPE.test(type) || encoding !== 'identity') throw new AppError('unsupported_media_type')
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    throw new AppError('malformed_json')
  }
}

async function readBytes(request: ApiRequest, mostBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body) {
      length += chunk.byteLength
      if (length > mostBytes) throw tooLarge(mostBytes)
      chunks.push(chunk)
    }
  } catch (error) {
    // A client that hung up amid its body is no fault of ours.
    throw error instanceof AppError ? error : new AppError('malformed_json', 'The body did not arrive whole.')
  }
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks)
}

function tooLarge(mostBytes: number): AppError {
  return new AppError('body_too_large', `The body can have ${mostBytes / 1024} KiB at most on this path.`)
}

/** What `schema` makes of `value`; throws `validation_failed` with a pointer for each fault. */
export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  throw validationError(fieldErrors(parsed.error))
}

/** What `schema` makes of a request's query; throws `validation_failed` with the name of each parameter that is at fault. */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  request: Pick<ApiRequest, 'url'>,
): z.infer<Schema> {
  const parsed = schema.safeParse(readQuery(request), { reportInput: true })
  if (parsed.success) return parsed.data
  const faults = fieldErrors(parsed.error)
  throw validationError(
    faults.map(({ pointer, ...fault }) => ({ pointer: pointer.replace(/^\//, ''), ...fault })),
  )
}

/** As an object for a schema; a parameter that is given twice is an array, which none accepts. */
function readQuery(request: Pick<ApiRequest, 'url'>): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name)
      const [only = ''] = values
      return [name, values.length === 1 ? only : values]
    }),
  )
}
