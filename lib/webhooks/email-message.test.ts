import { describe, expect, it } from 'vitest'
import { composeEmail, type EmailEvent } from './email-message'
import { eventTypes } from './event-types/catalogue'

const event: EmailEvent = {
  storeName: 'Nordlicht',
  timeZone: 'Europe/Berlin',
  eventId: 'evt_1',
  eventType: 'order.paid',
  description: 'The payment of an order was registered.',
  occurredAt: new Date('2026-02-01T10:30:05Z'),
  isTest: false,
  object: {
    id: 7,
    customer: { email: 'a@b.example' },
    items: [{ sku: 'A-1' }, { sku: 'B-2' }],
    tags: ['x', 'y'],
  },
  links: {
    delivery: 'https://hooks.example/deliveries/dlv_1',
    endpoint: 'https://hooks.example/settings/webhooks/we_1',
  },
}

describe('composeEmail', () => {
  it('tells a person what happened, when and with what', () => {
    const { subject, text, html } = composeEmail(event)
    expect(subject).toBe('[Nordlicht] order.paid evt_1')
    expect(text).toBe(
      [
        'order.paid: The payment of an order was registered.',
        '',
        'Store: Nordlicht',
        'Event: evt_1',
        'Time:  1 February 2026 at 11:30:05 (Europe/Berlin)',
        '',
        'What the event holds:',
        '  id: 7',
        '  customer.email: a@b.example',
        '  items[0].sku: A-1',
        '  items[1].sku: B-2',
        '  tags: x, y',
        '',
        'All of it as JSON is attached: evt_1.json',
        '',
        'Delivery: https://hooks.example/deliveries/dlv_1',
        'Why you get this, and how to stop it: https://hooks.example/settings/webhooks/we_1',
        '',
      ].join('\n'),
    )
    for (const part of [
      'The payment of an order',
      '11:30:05',
      'customer.email',
      'a@b.example',
      'evt_1.json',
      'dlv_1',
    ]) {
      expect(html).toContain(part)
    }
  })

  it('says of a test that it is one', () => {
    const { text, html } = composeEmail({ ...event, isTest: true })
    for (const part of [text, html])
      expect(part).toContain('This is a test event: nothing happened in the store.')
  })

  it.each(eventTypes.map((type) => [type.name, type.sample]))(
    'has a row for each value of a %s',
    (eventType, object) => {
      const { text, html } = composeEmail({ ...event, eventType, object })
      expect(text.split('\n').filter((line) => line.startsWith('  ')).length).toBeGreaterThan(0)
      expect(text).not.toMatch(/\[object|undefined/)
      expect(html).not.toMatch(/\[object|undefined/)
    },
  )

  const nasty = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</td></table>',
    '&lt;b&gt;',
    '\r\nBcc: victim@example.com',
    'a\nEvent: evt_fake',
    'a\u2028b',
    'x\0y\u0007\u001b[31m',
    '\u202egnp.exe',
    '\u2066x\u2069',
    '\ufeff',
    '\ud800',
  ]

  it.each(nasty)('shows %j as text wherever it is', (text) => {
    const composed = composeEmail({
      ...event,
      storeName: text,
      object: { value: text, [text]: 1, list: [text] },
    })
    const plain = composeEmail({ ...event, storeName: 'z', object: { value: 'z', key: 1, list: ['z'] } })
    const unseen = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/u
    expect(composed.subject).not.toMatch(/[\r\n]/)
    for (const part of Object.values(composed)) {
      expect(part.replaceAll('\n', '')).not.toMatch(unseen)
      expect(part.isWellFormed()).toBe(true)
    }
    expect(composed.text.split('\n')).toHaveLength(plain.text.split('\n').length)
    const tags = (html: string) => html.match(/<[a-z/!][^>]*>/g)
    expect(tags(composed.html)).toEqual(tags(plain.html))
  })

  it('cuts what is long, and says what is left out', () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`key${index}`, index]))
    const { subject, text, html } = composeEmail({
      ...event,
      storeName: '🔔'.repeat(500),
      object: { long: 'x'.repeat(100_000), ...many },
    })
    expect([...subject].length).toBeLessThan(150)
    expect(text.length).toBeLessThan(12_000)
    expect(text).toContain('… and 51 more, which are in the attached file.')
    expect(html).toContain('… and 51 more, which are in the attached file.')
  })

  it.each([
    ['nothing', {}, '  (nothing)'],
    ['empty values', { a: null, b: '', c: [], d: {} }, '  a: —\n  b: —\n  c: (empty)\n  d: (empty)'],
    [
      'values of all kinds',
      { a: false, b: 0, c: 1.5, d: [null, 'x'] },
      '  a: false\n  b: 0\n  c: 1.5\n  d: —, x',
    ],
  ])('shows %s', (_, object, rows) => {
    expect(composeEmail({ ...event, object }).text).toContain(`What the event holds:\n${rows}\n`)
  })
})
