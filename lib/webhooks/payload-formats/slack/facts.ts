import { fillTemplate } from './fill-template'
import { toMrkdwn } from './mrkdwn'
import { isFields, scalarText } from './read-value'

const MOST_FACTS = 6

const goods = [
  'SKU: {sku}',
  'Location: {location.name}',
  'On hand: {quantity_on_hand}',
  'Reason: {reason:words}',
]
const basket = ['Items: {line_items:items}', 'Total: {total:money}']
const lettable = ['Site: {site.name}', 'Status: {status:words}', 'Price: {price:money}']

/** What is worth knowing of an object besides the sentence, by the first part of the type's name. */
const factsOf = new Map<string, readonly string[]>(
  Object.entries({
    order: [
      'Status: {status:words}',
      'Total: {total:money}',
      'Items: {line_items:items}',
      'Payment: {payment_method:words}',
      'Delivery: {shipping_method}',
      'Ships to: {shipping_address.city}, {shipping_address.country_code}',
    ],
    product: ['SKU: {sku}', 'Status: {status:words}', 'Price: {price:money}', 'In stock: {stock_quantity}'],
    stock: [...goods, 'Reference: {reference}'],
    inventory: ['SKU: {sku}'],
    category: ['Products: {product_count}', 'Page: {url}'],
    cart: basket,
    checkout: basket,
    customer: ['Group: {customer_group:words}', 'Orders: {orders_count}', 'Language: {locale}'],
    return: ['Status: {status:words}', 'Items: {line_items:items}', 'Wanted: {resolution:words}'],
    contact: ['Company: {company}', 'Source: {source:words}'],
    contract: ['Status: {status:words}', 'Title: {title}', 'Site: {site.name}'],
    deal: ['Stage: {stage:words}', 'Contact: {contact:person}', 'Owner: {owner:person}'],
    identity_verification: ['Status: {status:words}'],
    invoice: ['Status: {status:words}', 'Total: {total:money}', 'Due: {due_on}'],
    coupon: ['Percent off: {percent_off}', 'Amount off: {amount_off:money}', 'Ends: {ends_on}'],
    credit_note: ['Status: {status:words}', 'Reason: {reason:words}', 'Invoice: {invoice_number}'],
    newsletter: ['Source: {source:words}'],
    session: ['Landing page: {landing_page}', 'Referrer: {referrer}'],
    note: ['About: {subject.type} {subject.id}'],
    task: ['Priority: {priority:words}', 'Due: {due_on}', 'For: {assignee:person}'],
    protection_level: ['Cover: {coverage_limit:money}', 'Billed: {billing_period:words}'],
    subscription: ['Status: {status:words}', 'Total: {total:money}', 'Billed: {billing_period:words}'],
    tenancy: ['Site: {site.name}', 'Rent: {rent:money}', 'Moves in: {move_in_on}'],
    unit: lettable,
    unit_type: ['Site: {site.name}', 'Price: {price:money}', 'Available: {units_available} of {units_total}'],
  }),
)

// What names a person, opens something, or is already in the message.
const NOT_SHOWN =
  /(^|_)(id|ids|email|phone|address|password|secret|token|ip)$|_at$|_ids?_|^(name|number|title|code)$/

/** Up to six facts in mrkdwn, `*Total:* 75.01 GBP`; of an object that is not known here, its first plain values. */
export function factsAbout(type: string, object: unknown): string[] {
  const known = factsOf.get(type.split('.')[0] ?? '')
  if (known === undefined) return plainFacts(object)
  return known.flatMap((fact) => {
    const [label = '', template = ''] = fact.split(': ')
    const value = fillTemplate(template, object)
    return value === null ? [] : [`*${label}:* ${value}`]
  })
}

function plainFacts(object: unknown): string[] {
  if (!isFields(object)) return []
  const facts: string[] = []
  for (const [key, value] of Object.entries(object)) {
    if (facts.length === MOST_FACTS) break
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : scalarText(value)
    if (text === null || NOT_SHOWN.test(key)) continue
    const label = toMrkdwn(key.replace(/[_.-]+/g, ' '))
    const shown = toMrkdwn(text)
    if (label !== '' && shown !== '') {
      facts.push(`*${label.charAt(0).toUpperCase()}${label.slice(1)}:* ${shown}`)
    }
  }
  return facts
}
