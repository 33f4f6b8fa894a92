import { beforeEach, describe, expect, it } from 'vitest'
import { hotPool } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { createWebhookSchema, webhookListQuery } from '@/lib/schemas/webhook'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import type { StoreContext } from './context'
import { type Endpoint, getEndpoint, updateEndpoint } from './endpoints'
import { createWebhook, deleteWebhook, listWebhooks, updateWebhook } from './webhooks'

cloneTestDatabase()

const input = createWebhookSchema.parse({
  name: 'Order notifications',
  type: 'api',
  event: 'order-created',
  format: 'json',
  url_or_email: '127.0.0.1:3999/hooks/{{order_id}}',
})
const url = 'https://127.0.0.1:3999/hooks/{{order_id}}'

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw new Error(`It was not refused: ${error}`)
  return error
}

async function contextOf(): Promise<StoreContext> {
  const { id, shard } = await makeStore()
  return { storeId: id, storeSlug: 's', shard, timeZone: 'UTC', actor: 'token:1', requestId: null }
}

const numberOf = ({ number }: Endpoint) => Number(number)

describe('a webhook', () => {
  let context: StoreContext

  beforeEach(async () => {
    context = await contextOf()
  })

  it('is an endpoint whose URL is remembered as it was given', async () => {
    const { id, number } = await createWebhook(context, input)
    expect(number).toBeLessThan(2n ** 53n)
    const { urlAsGiven } = await getEndpoint(context, id)
    expect(urlAsGiven).toBe(input.url_or_email)
    expect(await getEndpoint(context, id)).toMatchObject({ kind: 'api', url, eventTypes: ['order.created'] })
    const whole = await createWebhook(context, { ...input, url_or_email: 'http://127.0.0.1:3999/' })
    expect(whole).toMatchObject({ url: 'http://127.0.0.1:3999/', urlAsGiven: null })
  })

  it('keeps that through changes of anything else, and of the URL to what it is', async () => {
    const endpoint = await createWebhook(context, input)
    await updateEndpoint(context, endpoint.id, { name: 'Renamed', timeout_seconds: 9, url })
    await updateWebhook(context, numberOf(endpoint), { is_enabled: false })
    await updateWebhook(context, numberOf(endpoint), {})
    expect(await getEndpoint(context, endpoint.id)).toMatchObject({
      name: 'Renamed',
      url,
      urlAsGiven: input.url_or_email,
    })
    await updateEndpoint(context, endpoint.id, { url: 'https://127.0.0.1:3999/other' })
    expect(await getEndpoint(context, endpoint.id)).toMatchObject({ urlAsGiven: null })
    await updateWebhook(context, numberOf(endpoint), { url_or_email: '127.0.0.1:3999/other' })
    expect(await getEndpoint(context, endpoint.id)).toMatchObject({
      url: 'https://127.0.0.1:3999/other',
      urlAsGiven: '127.0.0.1:3999/other',
    })
    await updateWebhook(context, numberOf(endpoint), { url_or_email: 'https://127.0.0.1:3999/other' })
    expect(await getEndpoint(context, endpoint.id), 'the same URL, given whole').toMatchObject({
      url: 'https://127.0.0.1:3999/other',
      urlAsGiven: null,
    })
  })

  it('replaces by its event all that the endpoint listened to', async () => {
    const endpoint = await createWebhook(context, input)
    await updateEndpoint(context, endpoint.id, { event_types: ['order.paid', 'order.created'] })
    await updateWebhook(context, numberOf(endpoint), { event: 'session-created' })
    expect(await getEndpoint(context, endpoint.id)).toMatchObject({ eventTypes: ['session.created'] })
    await updateEndpoint(context, endpoint.id, { all_event_types: true })
    await updateWebhook(context, numberOf(endpoint), { name: 'Still all' })
    expect(await getEndpoint(context, endpoint.id)).toMatchObject({ allEventTypes: true })
    await updateWebhook(context, numberOf(endpoint), { event: 'order-updated' })
    expect(await getEndpoint(context, endpoint.id)).toMatchObject({
      allEventTypes: false,
      eventTypes: ['order.updated'],
    })
  })

  it('that begins disabled gets no test event, and has missed what comes until it is enabled', async () => {
    const endpoint = await createWebhook(context, { ...input, is_enabled: false })
    expect(endpoint).toMatchObject({ disabledReason: 'manual', disabledAt: expect.any(Date) })
    const pending = 'SELECT 1 FROM pending_delivery WHERE endpoint_id = $1'
    expect((await hotPool().query(pending, [endpoint.id])).rowCount).toBe(0)
    const pauses = 'SELECT started_at, ended_at FROM endpoint_pause WHERE endpoint_id = $1'
    expect((await hotPool().query(pauses, [endpoint.id])).rows).toEqual([
      { started_at: endpoint.disabledAt, ended_at: null },
    ])
    await updateWebhook(context, numberOf(endpoint), { is_enabled: true })
    expect((await hotPool().query(pauses, [endpoint.id])).rows).toEqual([
      { started_at: endpoint.disabledAt, ended_at: expect.any(Date) },
    ])
    const enabled = await createWebhook(context, input)
    expect((await hotPool().query(pending, [enabled.id])).rowCount).toBe(1)
  })

  it('is refused in its own words', async () => {
    const faults = async (work: Promise<unknown>) =>
      (await refusalOf(work)).fields.map(({ pointer, code }) => [pointer, code])
    const mail = { ...input, type: 'e-mail', url_or_email: 'a@example.com' } as const
    expect(await faults(createWebhook(context, mail))).toEqual([['/type', 'smtp_not_configured']])
    const { number } = await createWebhook(context, input)
    const refused: [string, string][] = [
      ['ftp://example.com/', 'url_scheme'],
      ['//example.com/', 'url_host'],
      ['javascript:alert(1)', 'url_invalid'],
      ['mailto:orders@example.com', 'url_userinfo'],
      ['orders@example.com', 'url_userinfo'],
      ['10.0.0.1/hooks', 'url_private_address'],
      ['http://example.com/', 'url_https_required'],
      ['{{host}}/hooks', 'url_placeholder_host'],
      ['{{url}}', 'url_placeholder_host'],
      ['example.com/{{id', 'url_placeholder_braces'],
      [' example.com', 'url_characters'],
      ['example.com:22', 'url_port'],
    ]
    for (const [address, code] of refused) {
      const fault = [['/url_or_email', code]]
      expect(await faults(createWebhook(context, { ...input, url_or_email: address })), address).toEqual(
        fault,
      )
      expect(await faults(updateWebhook(context, Number(number), { url_or_email: address }))).toEqual(fault)
    }
  })

  it('that sends e-mail takes no URL', async () => {
    const id = await makeEndpoint(context.storeId)
    await hotPool().query(
      `UPDATE endpoint SET kind = 'email', url = NULL, email = 'a@example.com' WHERE id = $1`,
      [id],
    )
    const number = numberOf(await getEndpoint(context, id))
    const refusal = await refusalOf(updateWebhook(context, number, { url_or_email: 'example.com/hooks' }))
    expect(refusal.fields).toMatchObject([{ pointer: '/url_or_email' }])
    await updateWebhook(context, number, { url_or_email: 'b@example.com', event: 'order-updated' })
    expect(await getEndpoint(context, id)).toMatchObject({
      email: 'b@example.com',
      url: null,
      urlAsGiven: null,
      eventTypes: ['order.updated'],
    })
  })

  it('of another store, or deleted, is none', async () => {
    const other = await contextOf()
    const number = numberOf(await createWebhook(other, input))
    const refusals = async (used: number) => [
      (await refusalOf(updateWebhook(context, used, { name: 'Mine' }))).code,
      (await refusalOf(deleteWebhook(context, used))).code,
    ]
    expect(await refusals(number)).toEqual(['not_found', 'not_found'])
    expect(await refusals(Number.MAX_SAFE_INTEGER)).toEqual(['not_found', 'not_found'])
    expect((await listWebhooks(context, webhookListQuery.parse({}))).total).toBe(0)
    await deleteWebhook(other, number)
    expect((await refusalOf(updateWebhook(other, number, {}))).code).toBe('not_found')
  })
})

describe('a list of webhooks', () => {
  it('comes in pages, in any of four orders', async () => {
    const context = await contextOf()
    const ids: string[] = []
    for (let count = 0; count < 5; count++) ids.push(await makeEndpoint(context.storeId))
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = ids
    // Two of one instant; the second is the last that was changed.
    await hotPool().query(
      `UPDATE endpoint SET created_at = '2025-01-15 10:30:00+00', updated_at = created_at WHERE id = ANY($1)`,
      [[first, second]],
    )
    await hotPool().query(`UPDATE endpoint SET updated_at = now() + interval '1 hour' WHERE id = $1`, [
      second,
    ])

    const read = async (query: Record<string, string>) => {
      const found: string[] = []
      for (let page = 1; page <= 3; page++) {
        const asked = webhookListQuery.parse({ ...query, limit: '2', page: String(page) })
        const { endpoints, total } = await listWebhooks(context, asked)
        expect(total).toBe(5)
        found.push(...endpoints.map(({ id }) => id))
      }
      return found
    }
    expect(await read({})).toEqual([fifth, fourth, third, second, first])
    expect(await read({ sort_order: 'ASC' })).toEqual(ids)
    expect(await read({ sort_field: 'updated_at' })).toEqual([second, fifth, fourth, third, first])
    expect(await read({ sort_field: 'updated_at', sort_order: 'ASC' })).toEqual([
      first,
      third,
      fourth,
      fifth,
      second,
    ])
    const beyond = webhookListQuery.parse({ limit: '50', page: '999999999999999' })
    expect(await listWebhooks(context, beyond)).toEqual({ endpoints: [], total: 5 })
  })
})
