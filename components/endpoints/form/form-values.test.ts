import { describe, expect, it } from 'vitest'
import { createFormSchema, updateFormSchema } from './form-schema'
import { type EndpointFormValues, newEndpointValues, toChanges, toCreateInput } from './form-values'

const filled: EndpointFormValues = {
  ...newEndpointValues,
  name: 'ERP',
  url: 'https://shop.example.com/hooks',
  event_types: ['order.paid', 'order.created'],
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
      retry_policy: 'standard',
      timeout_seconds: 5,
      concurrency: 8,
    })
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
  ]
  it.each(cases)('%s', (_, change, changes) => {
    expect(toChanges(filled, { ...filled, ...change })).toEqual(changes)
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
    const empty = createFormSchema([]).safeParse({ ...newEndpointValues, timeout_seconds: Number.NaN })
    expect(messages(empty)).toEqual({
      name: 'Enter a name.',
      url: 'Enter a URL.',
      event_types: 'Choose at least one event type.',
      timeout_seconds: 'Use a number of seconds.',
    })
  })

  it('takes the loopback where the deployment does', () => {
    const local = { ...filled, url: 'http://127.0.0.1:3000/' }
    expect(createFormSchema([]).safeParse(local).success).toBe(false)
    expect(createFormSchema(['127.0.0.0/8']).safeParse(local).success).toBe(true)
  })

  it('does not judge what is not changed', () => {
    const old = { ...filled, url: 'http://10.0.0.1/', event_types: ['no.longer.there'] }
    const schema = updateFormSchema(old, [])
    expect(schema.safeParse({ ...old, name: 'New' })).toEqual({ success: true, data: { name: 'New' } })
    expect(messages(schema.safeParse({ ...old, url: 'http://10.0.0.2/', event_types: [] }))).toEqual({
      url: '10.0.0.2 is a private or reserved address. Use a host that is on the internet.',
      event_types: 'Choose at least one event type.',
    })
  })
})
