import type { ReferenceOperation } from '@/lib/http/openapi/reference'

/** What a person has filled in: parameters by place and name, and the body as text. */
export type RequestDraft = { values: Readonly<Record<string, string>>; body: string; token: string }

export type BuiltRequest = {
  method: string
  url: string
  headers: Record<string, string>
  body: string | null
}

/** Names a parameter's value in a draft. */
export function valueKey({ place, name }: { place: string; name: string }): string {
  return `${place}:${name}`
}

/** A draft with the examples of an operation. */
export function firstDraft({ parameters, body }: ReferenceOperation): RequestDraft {
  const values = parameters.map((each) => [valueKey(each), each.place === 'path' ? (each.example ?? '') : ''])
  return { values: Object.fromEntries(values), body: body?.example ?? '', token: '' }
}

/** The request that a draft makes at `serverUrl`; what is empty is left out, but for the path. */
export function buildRequest(
  { method, path, parameters, access, body }: ReferenceOperation,
  { values, body: text, token }: RequestDraft,
  serverUrl: string,
): BuiltRequest {
  const given = parameters.flatMap((each) => {
    const value = values[valueKey(each)] ?? ''
    return value === '' ? [] : [{ ...each, value }]
  })
  const query = new URLSearchParams(
    given.filter(({ place }) => place === 'query').map(({ name, value }) => [name, value]),
  ).toString()
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[valueKey({ place: 'path', name })] ?? ''
    return value === '' ? whole : encodeURIComponent(value)
  })
  const sent = body !== null && text.trim() !== '' ? text : null
  return {
    method,
    url: `${serverUrl}${filled}${query === '' ? '' : `?${query}`}`,
    headers: {
      ...(access ? { authorization: `Bearer ${token}` } : {}),
      ...(sent === null ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(
        given.filter(({ place }) => place === 'header').map(({ name, value }) => [name.toLowerCase(), value]),
      ),
    },
    body: sent,
  }
}
