import type { BuiltRequest } from './build-request'

export type Received = {
  status: number
  statusText: string
  durationMs: number
  headers: [name: string, value: string][]
  body: string
}

/** Sends it from this page, without the session: its credential alone counts. Throws where no answer comes. */
export async function sendRequest({ method, url, headers, body }: BuiltRequest): Promise<Received> {
  const startedAt = performance.now()
  const response = await fetch(url, {
    method,
    headers,
    body,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
  })
  const text = await response.text()
  return {
    status: response.status,
    statusText: response.statusText,
    durationMs: performance.now() - startedAt,
    headers: [...response.headers],
    body: text,
  }
}
