import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './api.generated'

/** A client of the HTTP API for a store's token: `client.GET('/2025-09/deliveries', { params: { query: { limit: 10 } } })`. */
export function createApiClient(baseUrl: string, token: string): Client<paths> {
  return createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } })
}
