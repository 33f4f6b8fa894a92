import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/db/client'
import { getEndpointConfigs } from '@/lib/db/endpoint-configs'
import { readHeaders } from '@/lib/db/endpoint-headers'
import { AppError } from '@/lib/errors'
import type { CreateEndpointInput } from '@/lib/schemas/endpoint'
import { cloneTestDatabase, makeStore } from '@/lib/testing/database'
import type { StoreContext } from './context'
import { createEndpoint, deleteEndpoint, getEndpoint, updateEndpoint } from './endpoints'

cloneTestDatabase()

const input: CreateEndpointInput = {
  name: 'Orders',
  api_version: '2025-09',
  url: 'http://127.0.0.1:3999/{{order_id}}',
  event_types: ['order.created'],
}

async function faultsOf(work: Promise<unknown>): Promise<string[][]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw new Error(`It was not refused: ${error}`)
  return error.fields.map(({ pointer, code }) => [pointer, code])
}

describe('an endpoint', () => {
  let context: StoreContext

  beforeEach(async () => {
    const store = await makeStore()
    context = {
      storeId: store.id,
      storeSlug: 's',
      shard: 3,
      timeZone: 'UTC',
      actor: 'user:1',
      requestId: null,
    }
  })

  async function configOf(id: string) {
    const config = (await getEndpointConfigs([id])).get(id)
    if (!config) throw new Error('There is no such endpoint.')
    return config
  }

  async function headersOf(id: string) {
    return readHeaders(id, (await configOf(id)).headers)
  }

  /** Everything that the database holds as text, but for the endpoint’s own encrypted column. */
  async function everything(): Promise<string> {
    const { rows } = await pool().query<{ all: string }>(
      `SELECT concat((SELECT json_agg(a) FROM audit_entry a), (SELECT json_agg(e) FROM endpoint e),
         (SELECT json_agg(p) FROM pending_delivery p)) AS all`,
    )
    return rows[0]?.all ?? ''
  }

  it('has what it was made with, and the standard values', async () => {
    const { endpoint } = await createEndpoint(context, { ...input, rate_limit: 50 })
    expect(endpoint).toMatchObject({
      kind: 'api',
      url: input.url,
      email: null,
      headerNames: [],
      rateLimit: 50,
      timeoutMs: 5_000,
      concurrency: 8,
    })
    expect(endpoint).not.toHaveProperty('headers')
    expect(await getEndpoint(context, endpoint.id)).toEqual(endpoint)
    expect(await updateEndpoint(context, endpoint.id, { rate_limit: null })).toMatchObject({
      rateLimit: null,
    })
  })

  it('keeps its headers encrypted, and says their names alone', async () => {
    const headers = { 'X-Api-Key': 'canary-one', authorization: 'Bearer canary-two' }
    const { endpoint } = await createEndpoint(context, { ...input, headers })
    expect(endpoint.headerNames).toEqual(['authorization', 'X-Api-Key'])
    expect(await headersOf(endpoint.id)).toEqual(headers)
    await updateEndpoint(context, endpoint.id, { headers: { 'X-Api-Key': 'canary-three' } })
    expect(await everything()).not.toContain('canary')
  })

  it('changes its headers by a merge patch, which senders notice', async () => {
    const { endpoint } = await createEndpoint(context, { ...input, headers: { A: '1', b: '2', c: '3' } })
    const changed = await updateEndpoint(context, endpoint.id, { headers: { a: 'new', b: null, d: '4' } })
    expect(changed).toMatchObject({ headerNames: ['a', 'c', 'd'], revision: endpoint.revision + 1 })
    expect(await headersOf(endpoint.id)).toEqual({ a: 'new', c: '3', d: '4' })
    const emptied = await updateEndpoint(context, endpoint.id, { headers: { A: null, c: null, d: null } })
    expect(emptied.headerNames).toEqual([])
    expect((await configOf(endpoint.id)).headers).toBeNull()
    await updateEndpoint(context, endpoint.id, { name: 'Renamed' })
    expect(await headersOf(endpoint.id)).toEqual({})
  })

  it('loses no patch of two at once', async () => {
    const { endpoint } = await createEndpoint(context, input)
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        updateEndpoint(context, endpoint.id, { headers: { [`x-${index}`]: 'v' } }),
      ),
    )
    expect((await getEndpoint(context, endpoint.id)).headerNames).toHaveLength(8)
  })

  it('has 20 headers at most, also by patches', async () => {
    const headers = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`x-${index}`, 'v']))
    const { endpoint } = await createEndpoint(context, { ...input, headers })
    expect(await faultsOf(updateEndpoint(context, endpoint.id, { headers: { more: 'v' } }))).toEqual([
      ['/headers', 'too_large'],
    ])
    const swapped = await updateEndpoint(context, endpoint.id, { headers: { 'x-0': null, more: 'v' } })
    expect(swapped.headerNames).toHaveLength(20)
  })

  it('has headers that no other endpoint can be given', async () => {
    const { endpoint } = await createEndpoint(context, { ...input, headers: { a: 'secret' } })
    const { endpoint: other } = await createEndpoint(context, input)
    const { headers } = await configOf(endpoint.id)
    expect(() => readHeaders(other.id, headers)).toThrow()
  })

  it('loses its headers with its end', async () => {
    const { endpoint } = await createEndpoint(context, { ...input, headers: { a: 'secret' } })
    await deleteEndpoint(context, endpoint.id)
    expect(await configOf(endpoint.id)).toMatchObject({ headers: null, secrets: [] })
  })

  it('takes no header that the deployment signs with', async () => {
    const headers = { 'Shopbell-Signature': 'x', 'x-ok': 'y' }
    expect(await faultsOf(createEndpoint(context, { ...input, headers }))).toEqual([
      ['/headers/Shopbell-Signature', 'invalid'],
    ])
  })

  it('keeps its kind, and what goes with it', async () => {
    const { endpoint } = await createEndpoint(context, input)
    const changes = { kind: 'email', email: 'a@example.com' } as const
    expect(await faultsOf(updateEndpoint(context, endpoint.id, changes))).toEqual([
      ['/kind', 'not_changeable'],
      ['/email', 'not_of_kind'],
    ])
    expect(await updateEndpoint(context, endpoint.id, { kind: 'api' })).toEqual(endpoint)
  })

  it('of a store is none of another store’s', async () => {
    const { endpoint } = await createEndpoint(context, { ...input, headers: { a: 'secret' } })
    const other = { ...context, storeId: (await makeStore()).id }
    await expect(updateEndpoint(other, endpoint.id, { headers: { a: null } })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await headersOf(endpoint.id)).toEqual({ a: 'secret' })
  })

  it.each([
    ['https://{{host}}.example.com/', 'url_placeholder_host'],
    ['http://127.0.0.1:3999/{{a', 'url_placeholder_braces'],
    ['http://127.0.0.1:3999/?{{a}}=1', 'url_placeholder_parameter_name'],
  ])('takes no URL like %s', async (url, code) => {
    expect(await faultsOf(createEndpoint(context, { ...input, url }))).toEqual([['/url', code]])
    const { endpoint } = await createEndpoint(context, input)
    expect(await faultsOf(updateEndpoint(context, endpoint.id, { url }))).toEqual([['/url', code]])
  })

  it('that sends e-mail is refused where there is no mail server, in a sentence that says so', async () => {
    const { url, ...common } = input
    const made = createEndpoint(context, { ...common, kind: 'email', email: 'a@example.com' })
    await expect(made).rejects.toMatchObject({
      code: 'validation_failed',
      fields: [
        {
          pointer: '/kind',
          code: 'smtp_not_configured',
          detail:
            'SMTP_URL is not set on this server, so it cannot send e-mail: endpoints of kind “email” are refused.',
        },
      ],
    })
  })
})
