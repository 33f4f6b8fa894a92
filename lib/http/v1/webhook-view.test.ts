import { describe, expect, it } from 'vitest'
import type { Endpoint } from '@/lib/operations/endpoints'
import { webhookView } from './webhook-view'

const at = new Date('2025-01-15T10:30:00.999Z')
const endpoint: Endpoint = {
  id: '01948f9b-1000-7000-8000-000000000000',
  number: 4_503_599_627_370_495n,
  storeId: '01948f9b-1000-7000-8000-000000000001',
  kind: 'api',
  name: 'Order notifications',
  description: null,
  url: 'https://example.com/webhooks/orders',
  urlAsGiven: 'example.com/webhooks/orders',
  email: null,
  apiVersion: '2025-09',
  eventTypes: ['order.created'],
  allEventTypes: false,
  filter: null,
  metadata: {},
  headerNames: [],
  timeoutMs: 5_000,
  concurrency: 8,
  rateLimit: null,
  retryPolicy: 'standard',
  disabledAt: null,
  disabledReason: null,
  revision: 1,
  creator: 'user:1',
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
}

describe('webhookView', () => {
  it('shows an endpoint as the published API has it', () => {
    expect(JSON.stringify(webhookView(endpoint))).toBe(
      JSON.stringify({
        id: 4_503_599_627_370_495,
        name: 'Order notifications',
        type: 'api',
        event: 'order-created',
        format: 'json',
        url_or_email: 'example.com/webhooks/orders',
        is_enabled: true,
        created_at: '2025-01-15 10:30:00',
        updated_at: '2025-01-15 10:30:00',
      }),
    )
  })

  it.each<[string, Partial<Endpoint>, string]>([
    ['its own', { eventTypes: ['order.updated'] }, 'order-updated'],
    [
      'the first that the API has a name for',
      { eventTypes: ['order.paid', 'session.created', 'order.created'] },
      'session-created',
    ],
    ['else the first', { eventTypes: ['order.status_changed', 'order.paid'] }, 'order-status_changed'],
    ['the first of all', { eventTypes: [], allEventTypes: true }, 'order-created'],
  ])('names as its event %s', (_, changes, event) => {
    expect(webhookView({ ...endpoint, ...changes }).event).toBe(event)
  })

  it.each<[string, Partial<Endpoint>, string]>([
    ['one without a scheme as it came', {}, 'example.com/webhooks/orders'],
    ['one made elsewhere whole', { urlAsGiven: null }, 'https://example.com/webhooks/orders'],
    ['one that has changed since as it is', { url: 'https://example.com/new' }, 'https://example.com/new'],
    ['an address', { kind: 'email', url: null, urlAsGiven: null, email: 'a@example.com' }, 'a@example.com'],
  ])('shows of places to send to %s', (_, changes, shown) => {
    expect(webhookView({ ...endpoint, ...changes }).url_or_email).toBe(shown)
  })

  it('shows whether it is enabled', () => {
    expect(webhookView({ ...endpoint, disabledAt: at }).is_enabled).toBe(false)
  })
})
