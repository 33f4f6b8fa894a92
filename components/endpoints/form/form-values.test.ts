import { describe, expect, it } from 'vitest'
import type { EventFilter } from '@/lib/webhooks/event-filter'
import { filterDraftOf } from './filter-draft'
import { createFormSchema, updateFormSchema } from './form-schema'
import { type EndpointFormValues, newEndpointValues, toChanges, toCreateInput } from './form-values'
import { addHeaderRows, headerRowsOf } from './header-rows'

const filled: EndpointFormValues = {
  ...newEndpointValues,
  name: 'ERP',
  url: 'https://shop.example.com/hooks',
  event_types: ['order.paid', 'order.created'],
}

const rules = { allowedCidrs: [], signatureHeaders: ['X-Signed'] }

const filter: EventFilter = {
  match: 'any',
  conditions: [
    { path: 'total', operator: 'greater_than', value: 100 },
    { path: 'status', operator: 'in', value: ['paid'] },
  ],
}

describe('what creates an endpoint', () => {
  it('is what the fields hold, an empty description aside', () => {
    expect(toCreateInput({ ...filled, name: ' ERP ' })).toEqual({
      name: 'ERP',
      description: null,
      url: 'https://shop.example.com/hooks',
      api_version: '2025-09',
      all_event_types: false,
      event_types: ['order.paid', 'order.created'],
      kind: 'api',
      retry_policy: 'standard',
      timeout_seconds: 5,
      rate_limit: null,
      concurrency: 8,
      headers: [],
      filter: null,
    })
  })

  it('has the fields of its kind alone', () => {
    const input = toCreateInput({ ...filled, kind: 'email', email: ' a@b.example ' })
    expect(input).toMatchObject({ kind: 'email', email: 'a@b.example' })
    expect(input).not.toHaveProperty('url')
    expect(input).not.toHaveProperty('headers')
    expect(toCreateInput({ ...filled, email: 'a@b.example' })).not.toHaveProperty('email')
  })

  it('asks for all event types without listing those that were chosen before', () => {
    const input = toCreateInput({ ...filled, all_event_types: true })
    expect(input.all_event_types).toBe(true)
    expect(input).not.toHaveProperty('event_types')
  })
})

describe('what changes an endpoint', () => {
  const cases: [name: string, change: Partial<EndpointFormValues>, changes: object][] = [
    ['nothing', {}, {}],
    ['the name', { name: 'CRM ' }, { name: 'CRM' }],
    ['the description', { description: 'Orders' }, { description: 'Orders' }],
    ['the URL', { url: 'https://other.example.com/' }, { url: 'https://other.example.com/' }],
    ['another order of event types', { event_types: ['order.created', 'order.paid'] }, {}],
    ['fewer event types', { event_types: ['order.paid'] }, { event_types: ['order.paid'] }],
    ['all event types', { all_event_types: true }, { all_event_types: true }],
    ['what is sent how', { retry_policy: 'none', concurrency: 1 }, { retry_policy: 'none', concurrency: 1 }],
    ['the time limit', { timeout_seconds: 2.5 }, { timeout_seconds: 2.5 }],
    ['the rate', { rate_limit: 10 }, { rate_limit: 10 }],
    ['a header left empty', { headers: addHeaderRows([], [{ name: '', value: '' }]) }, {}],
    ['a filter', { filter: filterDraftOf(filter) }, { filter }],
  ]
  it.each(cases)('%s', (_, change, changes) => {
    expect(toChanges(filled, { ...filled, ...change })).toEqual(changes)
  })

  it('takes a filter away, and leaves one that is as it was', () => {
    const saved = { ...filled, filter: filterDraftOf(filter) }
    expect(toChanges(saved, filled)).toEqual({ filter: null })
    expect(toChanges(saved, { ...saved, filter: filterDraftOf(filter) })).toEqual({})
  })

  it('empties a description', () => {
    expect(toChanges({ ...filled, description: 'Old' }, filled)).toEqual({ description: null })
  })

  it('ends listening to all by choosing some', () => {
    expect(toChanges({ ...filled, all_event_types: true }, filled)).toEqual({
      event_types: ['order.paid', 'order.created'],
    })
  })
})

describe('the form’s schema', () => {
  const messages = (result: {
    success: boolean
    error?: { issues: { path: PropertyKey[]; message: string }[] }
  }) => Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]))

  it('tells all faults at once, the URL’s too', () => {
    const empty = createFormSchema(rules).safeParse({ ...newEndpointValues, timeout_seconds: Number.NaN })
    expect(messages(empty)).toEqual({
      name: 'Enter a name.',
      url: 'Enter a URL.',
      event_types: 'Choose at least one event type.',
      timeout_seconds: 'Use a number of seconds.',
    })
  })

  it('takes the loopback where the deployment does', () => {
    const local = { ...filled, url: 'http://127.0.0.1:3000/' }
    expect(createFormSchema(rules).safeParse(local).success).toBe(false)
    expect(createFormSchema({ ...rules, allowedCidrs: ['127.0.0.0/8'] }).safeParse(local).success).toBe(true)
  })

  it('does not judge what is not changed', () => {
    const old = { ...filled, url: 'http://10.0.0.1/', event_types: ['no.longer.there'] }
    const schema = updateFormSchema(old, rules)
    expect(schema.safeParse({ ...old, name: 'New' })).toEqual({ success: true, data: { name: 'New' } })
    expect(messages(schema.safeParse({ ...old, url: 'http://10.0.0.2/', event_types: [] }))).toEqual({
      url: '10.0.0.2 is a private or reserved address. Use a host that is on the internet.',
      event_types: 'Choose at least one event type.',
    })
  })

  it('says what is wrong in a row at that row, and the rest too', () => {
    const added = [
      { name: 'X-A', value: '1' },
      { name: 'x-signed', value: '' },
    ]
    const [first, second] = filterDraftOf(filter).conditions
    if (!first || !second) throw new Error('The filter has two conditions.')
    const typed = {
      ...filled,
      name: '',
      rate_limit: Number.NaN,
      headers: addHeaderRows([], added),
      filter: {
        match: 'all' as const,
        conditions: [
          { ...first, value: 'many' },
          { ...second, path: '', value: '', type: 'number' as const },
          { ...second, value: '1\ntwo', type: 'number' as const },
        ],
      },
    }
    expect(messages(createFormSchema(rules).safeParse(typed))).toEqual({
      name: 'Enter a name.',
      rate_limit: 'Use a whole number, or leave this empty for no limit.',
      'headers/1/name': '“x-signed” is written by Shopbell or by the connection, and cannot be set here.',
      'headers/1/value': 'Give the header a value.',
      'filter/conditions/0/value': 'Use a number.',
      'filter/conditions/1/path': 'Fill this in.',
      'filter/conditions/1/value': 'List at least one value.',
      'filter/conditions/2/value':
        'One of the lines is not of the chosen kind. Write one value on each line.',
    })
  })

  it('makes a merge patch of the rows', () => {
    const saved = { ...filled, headers: headerRowsOf(['X-A', 'X-B']) }
    const [one, other] = saved.headers
    if (!one || !other) throw new Error('There are two headers.')
    const headers = addHeaderRows(
      [
        { ...one, change: 'remove' },
        { ...other, change: 'replace', value: 'new' },
      ],
      [{ name: 'X-C', value: 'c' }],
    )
    expect(updateFormSchema(saved, rules).safeParse({ ...saved, headers })).toEqual({
      success: true,
      data: { headers: { 'X-A': null, 'X-B': 'new', 'X-C': 'c' } },
    })
  })

  it('asks for an e-mail address where there is no URL', () => {
    const email = { ...filled, kind: 'email' as const, url: '' }
    expect(messages(createFormSchema(rules).safeParse(email))).toEqual({ email: 'Enter an e-mail address.' })
    expect(createFormSchema(rules).safeParse({ ...email, email: 'a@example.com' })).toMatchObject({
      success: true,
      data: { kind: 'email', email: 'a@example.com' },
    })
  })
})
