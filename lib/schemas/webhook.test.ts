import { describe, expect, it } from 'vitest'
import { fieldErrors } from './field-errors'
import {
  createWebhookSchema,
  updateWebhookSchema,
  webhookEvents,
  webhookIdQuery,
  webhookListQuery,
} from './webhook'

const good = {
  name: 'Order notifications',
  type: 'api',
  event: 'order-created',
  format: 'json',
  url_or_email: 'example.com/webhooks/orders',
}
const mail = { ...good, type: 'e-mail', url_or_email: 'orders@example.com' }

type Schema =
  | typeof createWebhookSchema
  | typeof updateWebhookSchema
  | typeof webhookListQuery
  | typeof webhookIdQuery

function faultsOf(schema: Schema, value: unknown): string[] {
  const parsed = schema.safeParse(value, { reportInput: true })
  return parsed.success ? [] : fieldErrors(parsed.error).map(({ pointer, detail }) => `${pointer} ${detail}`)
}

it('the events are the three of the published API', () => {
  expect(webhookEvents).toEqual(['session-created', 'order-created', 'order-updated'])
})

describe('what creates a webhook', () => {
  it.each([
    ['the least', good],
    ['whether it is enabled', { ...good, is_enabled: false }],
    ['50 characters', { ...good, name: 'x'.repeat(50) }],
    ['a URL of 500', { ...good, url_or_email: `example.com/${'x'.repeat(488)}` }],
    ['an address', mail],
    ['an address of 127', { ...mail, url_or_email: `${'a'.repeat(64)}@${'b'.repeat(58)}.com` }],
  ])('takes %s', (_, input) => {
    expect(faultsOf(createWebhookSchema, input)).toEqual([])
  })

  const notAnAddress =
    '/url_or_email This is not an e-mail address of at most 127 characters. Use one, like orders@example.com.'
  const events = '/event Choose one of session-created, order-created, order-updated.'
  const types = '/type Choose “api” or “e-mail”.'
  const formats = '/format Use “json”: there is no other format.'

  it.each<[string, unknown, string[]]>([
    ['nothing', {}, ['/name This is required.', events, '/url_or_email This is required.', types, formats]],
    ['a list', [], [' Send a JSON object.']],
    ['null', null, [' Send a JSON object.']],
    ['a name of 51', { ...good, name: 'x'.repeat(51) }, ['/name Use at most 50 characters.']],
    ['a name without anything to see', { ...good, name: ' \u200b' }, ['/name Fill this in.']],
    ['a dotted event', { ...good, event: 'order.created' }, [events]],
    ['another event', { ...good, event: 'toString' }, [events]],
    ['the type “email”', { ...good, type: 'email' }, [types]],
    ['another format', { ...good, format: 'xml' }, [formats]],
    [
      'a URL of 501',
      { ...good, url_or_email: 'x'.repeat(501) },
      ['/url_or_email Use at most 500 characters.'],
    ],
    ['no URL', { ...good, url_or_email: '' }, ['/url_or_email Fill this in.']],
    ['a URL that is no text', { ...good, url_or_email: { not: '' } }, ['/url_or_email Use text.']],
    [
      'an address of 128',
      { ...mail, url_or_email: `${'a'.repeat(64)}@${'b'.repeat(59)}.com` },
      [notAnAddress],
    ],
    ['a URL for an address', { ...mail, url_or_email: good.url_or_email }, [notAnAddress]],
    ['two faults at once', { ...mail, name: ' ', url_or_email: 'x' }, ['/name Fill this in.', notAnAddress]],
    ['“true”', { ...good, is_enabled: 'true' }, ['/is_enabled Use true or false.']],
    ['1 for true', { ...good, is_enabled: 1 }, ['/is_enabled Use true or false.']],
    ['null for true', { ...good, is_enabled: null }, ['/is_enabled Use true or false.']],
    ['a field of the other API', { ...good, url: 'https://example.com' }, ['/url There is no such field.']],
    ['the id of another store', { ...good, store_id: 1 }, ['/store_id There is no such field.']],
  ])('refuses %s', (_, input, faults) => {
    expect(faultsOf(createWebhookSchema, input).toSorted()).toEqual(faults.toSorted())
  })
})

describe('what changes a webhook', () => {
  it.each([{}, { name: 'New' }, { event: 'order-updated', is_enabled: true }, { url_or_email: 'x' }])(
    'takes %j',
    (input) => {
      expect(faultsOf(updateWebhookSchema, input)).toEqual([])
    },
  )

  it.each<[unknown, string]>([
    [{ type: 'api' }, '/type There is no such field.'],
    [{ format: 'json' }, '/format There is no such field.'],
    [{ id: 1 }, '/id There is no such field.'],
    [{ name: null }, '/name Invalid input: expected string, received null'],
    [{ is_enabled: 'false' }, '/is_enabled Use true or false.'],
    ['{}', ' Send a JSON object.'],
  ])('refuses %j', (input, fault) => {
    expect(faultsOf(updateWebhookSchema, input)).toEqual([fault])
  })
})

describe('the query of a list', () => {
  it('has the published standard values', () => {
    expect(webhookListQuery.parse({})).toEqual({
      limit: 20,
      page: 1,
      sort_field: 'created_at',
      sort_order: 'DESC',
    })
    const given = { limit: '50', page: '999999999999999', sort_field: 'updated_at', sort_order: 'ASC' }
    expect(webhookListQuery.parse(given)).toEqual({ ...given, limit: 50, page: 999_999_999_999_999 })
  })

  it.each([
    ...[
      { limit: '0' },
      { limit: '51' },
      { limit: '' },
      { limit: '1e1' },
      { limit: '-1' },
      { limit: ['1', '2'] },
    ],
    ...[
      { page: '0' },
      { page: '-1' },
      { page: '1.5' },
      { page: '1e3' },
      { page: '1'.repeat(16) },
      { page: '' },
    ],
    ...[{ sort_field: 'secret' }, { sort_field: 'createdAt' }, { sort_order: 'asc' }, { sort_order: ';' }],
    ...[{ after: 'x' }, { page: '１' }, { page: ' 1' }],
  ])('refuses %j', (query) => {
    const [name = ''] = Object.keys(query)
    expect(faultsOf(webhookListQuery, query)).toEqual([expect.stringMatching(`^/${name} `)])
  })
})

it('an id has to be there, once', () => {
  expect(faultsOf(webhookIdQuery, { id: '1e3' })).toEqual([])
  expect(faultsOf(webhookIdQuery, {})).toEqual(['/id Name the webhook, as in ?id=1.'])
  expect(faultsOf(webhookIdQuery, { id: ['1', '2'] })).toEqual(['/id Give one id.'])
  expect(faultsOf(webhookIdQuery, { id: '1', force: '1' })).toEqual(['/force There is no such field.'])
})
