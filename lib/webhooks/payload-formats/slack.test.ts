import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { samplePayload } from '@/lib/webhooks/event-types/sample-payload'
import type { PayloadEvent } from './format'
import { formatSlack } from './slack'
import { amountText } from './slack/amount'

// Block Kit's limits, as its reference gives them.
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.literal(true) })
const block = z.union([
  z.strictObject({ type: z.literal('section'), text: mrkdwn(3000) }),
  z.strictObject({ type: z.literal('section'), fields: z.array(mrkdwn(2000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('context'), elements: z.array(mrkdwn(3000)).min(1).max(10) }),
])
const message = z.strictObject({
  text: z.string().min(1).max(4000),
  blocks: z.array(block).min(1).max(50),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
})

const order: PayloadEvent = {
  publicId: 'evt_01h455vb4pex5vsknk084sn02q',
  storeId: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'order.created',
  occurredAt: new Date('2022-01-17T16:00:00.999Z'),
  data: '{"object":{"id":123,"number":"N-1","customer":{"first_name":"Ann","last_name":"Lee"},"currency":"GBP","total":7501,"status":"new"}}',
  isTest: false,
}

function write(type: string, object: unknown, isTest = false) {
  const data = JSON.stringify({ object })
  return message.parse(JSON.parse(formatSlack.format({ ...order, type, data, isTest })))
}

const fieldsOf = ({ blocks }: z.infer<typeof message>) =>
  blocks.flatMap((one) => ('fields' in one ? one.fields.map(({ text }) => text) : []))

describe('format slack', () => {
  it('writes an order, to the letter', () => {
    expect(formatSlack.format(order)).toBe(
      '{"text":"New order *N-1* from Ann Lee: 75.01 GBP","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"New order *N-1* from Ann Lee: 75.01 GBP","verbatim":true}},{"type":"section","fields":[{"type":"mrkdwn","text":"*Status:* new","verbatim":true},{"type":"mrkdwn","text":"*Total:* 75.01 GBP","verbatim":true}]},{"type":"context","elements":[{"type":"mrkdwn","text":"order.created","verbatim":true},{"type":"mrkdwn","text":"<!date^1642435200^{date_short_pretty} {time}|2022-01-17 16:00 UTC>","verbatim":true},{"type":"mrkdwn","text":"evt_01h455vb4pex5vsknk084sn02q","verbatim":true}]}],"unfurl_links":false,"unfurl_media":false}',
    )
  })

  it('writes a test event, to the letter', () => {
    expect(
      formatSlack.format({ ...order, type: 'session.created', data: '{"object":{}}', isTest: true }),
    ).toBe(
      '{"text":"*[Test]* A visitor came to the store","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*[Test]* A visitor came to the store","verbatim":true}},{"type":"context","elements":[{"type":"mrkdwn","text":"Test send: made of sample data, nothing happened","verbatim":true},{"type":"mrkdwn","text":"session.created","verbatim":true},{"type":"mrkdwn","text":"<!date^1642435200^{date_short_pretty} {time}|2022-01-17 16:00 UTC>","verbatim":true},{"type":"mrkdwn","text":"evt_01h455vb4pex5vsknk084sn02q","verbatim":true}]}],"unfurl_links":false,"unfurl_media":false}',
    )
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))('says of %s what happened', (name, type) => {
    const { text } = message.parse(JSON.parse(samplePayload(type, 'slack')))
    expect(text).toMatch(/^(\*|[A-Z])/)
    expect(text).not.toMatch(/[[\]{}]|undefined|null|\s{2}/)
    // With nothing in it too, it is a sentence.
    const { text: bare } = write(name, {})
    expect(bare).toMatch(/^[A-Z][\w ,’:-]+$/)
  })

  it.each<[string, Record<string, unknown>, string]>([
    [
      'stock.low',
      { name: 'Disc padlock', location: { name: 'Leeds' }, quantity_available: 3, low_stock_threshold: 20 },
      'Stock of *Disc padlock* is low at Leeds: 3 left, threshold 20',
    ],
    [
      'order.shipped',
      { number: 'N-1', customer_email: 'ann@example.com', carrier: 'UPS', tracking_number: '1Z9' },
      'Order *N-1* for ann@example.com was shipped with UPS: 1Z9',
    ],
    [
      'order.status_changed',
      { id: 7, previous_status: 'new', status: 'awaiting_stock' },
      'Order *7* changed its status from new to *awaiting stock*',
    ],
    ['order.paid', { id: 7, total: 7501 }, 'Order *7* was paid'],
    [
      'return.created',
      { number: 'R-1', order_id: 7, currency: 'JPY', refund_total: 1200 },
      'New return *R-1* of order 7: 1,200 JPY',
    ],
    ['loyalty_card.points_expired', { name: 'Gold' }, 'Loyalty card *Gold*: points expired'],
    ['acme.loyalty.expired', {}, 'Acme: loyalty expired'],
    ['ping', {}, 'Ping'],
  ])('%s of %j is “%3$s”', (type, object, text) => {
    expect(write(type, object).text).toBe(text)
  })

  it('shows the plain values of an object that it does not know, and neither ids nor what names a person', () => {
    const object = {
      id: 'x',
      customer_id: 5,
      email: 'ann@example.com',
      access_token: 'secret',
      points_left: 12,
      is_gold: true,
      tier: 'gold',
      nested: { a: 1 },
      created_at: '2026-01-01T00:00:00Z',
      'odd <key>': 'odd & value',
    }
    expect(fieldsOf(write('loyalty_card.expired', object))).toEqual([
      '*Points left:* 12',
      '*Is gold:* yes',
      '*Tier:* gold',
      '*Odd &lt;key&gt;:* odd &amp; value',
    ])
  })

  it.each<[string, string, string]>([
    ['everyone', '<!channel> hi', '&lt;!channel&gt; hi'],
    ['everyone by the plain word', '@here, @Channel and @everyone', '＠here, ＠Channel and ＠everyone'],
    ['a person', '<@U012AB3CD>', '&lt;@U012AB3CD&gt;'],
    ['a link', '<https://evil.example|your bank>', '&lt;https://evil.example|your bank&gt;'],
    ['what looks escaped', '&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
    ['bold, struck and code', '*a* ~b~ `c`', '∗a∗ ∼b∼ ˋcˋ'],
    ['italic', '_a_ order_id', 'ˍaˍ order_id'],
    ['lines and quotes', '\n> a\r\n\tb\u0000', '&gt; a b'],
    ['text that is turned around', 'a\u202eb', 'ab'],
    ['half a character', 'a\ud800', 'a\ufffd'],
    ['an address', 'ann@here.example', 'ann@here.example'],
    ['a placeholder', '{number} [x]', '{number} [x]'],
  ])('gives no power to %s', (_, name, shown) => {
    const { text, blocks } = write('product.created', { name })
    expect(text).toBe(`New product *${shown}*`)
    expect(blocks[0]).toMatchObject({ text: { text } })
  })

  it('keeps Slack’s limits whatever is in the event', () => {
    const huge = '&'.repeat(5_000)
    for (const type of [
      ...eventTypes.map(({ name }) => name),
      `${'long_'.repeat(40)}.${'name_'.repeat(40)}`,
    ]) {
      const keys = Object.keys(eventTypes.find(({ name }) => name === type)?.sample ?? {})
      const fields = [...keys, 'customer', 'contact', ...Array.from({ length: 60 }, (_, at) => `key${at}`)]
      const object = Object.fromEntries(fields.map((key) => [key, huge]))
      expect(JSON.stringify(write(type, object, true)).length).toBeLessThan(20_000)
    }
  })

  it.each([null, 'text', 7, [], [[]]])('writes an object that is none: %j', (object) => {
    expect(write('order.created', object).text).toBe('New order')
  })

  it('reads an object’s own values alone', () => {
    expect(write('constructor.created', {}).text).toBe('Constructor: created')
    expect(write('order.created', JSON.parse('{"__proto__":{"number":"N-2"}}')).text).toBe('New order')
  })
})

it.each<[unknown, unknown, string | null]>([
  [0, 'GBP', '0.00 GBP'],
  [5, 'EUR', '0.05 EUR'],
  [-123456789, 'USD', '-1,234,567.89 USD'],
  [1000, 'JPY', '1,000 JPY'],
  [1234567, 'KWD', '1,234.567 KWD'],
  [12.5, 'GBP', null],
  ['12', 'GBP', null],
  [12, undefined, null],
  [12, 'gbp', null],
])('the amount %j in %j is %j', (minorUnits, currency, text) => {
  expect(amountText(minorUnits, currency)).toBe(text)
})
