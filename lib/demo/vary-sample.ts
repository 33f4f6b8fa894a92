import { createHash } from 'node:crypto'
import type { BuiltInEventType } from '@/lib/webhooks/event-types/define-event-type'
import { DAY_MS } from './calendar'
import { recalculate } from './recalculate'
import type { Subject } from './subject'

type Fields = Record<string, unknown>

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const OPAQUE_ID = /^([a-z]{3})_[0-9a-f]{16}$/
const DOCUMENT = /\b(NG|RMA|(?:INV|CTR|CN|PO)-\d{4}|TR)-\d+\b/g

const SAMPLE_RENTS = [14_400, 14_900]
// Whose number a customer keeps over all of their events, and what belongs to the house rather than to the subject.
const CUSTOMER_PREFIX = 'con'
const HOUSE_PREFIXES = ['sit', 'usr']

/**
 * `data.object` of an event at `at` (Unix ms) about the subject: the type's sample, with the ids, people, goods, sums
 * and times of this one. `known` are instants that the subject's earlier events have told, by field.
 */
export function varySample(
  type: Pick<BuiltInEventType, 'sample' | 'object'>,
  subject: Subject,
  at: number,
  known: Readonly<Record<string, string>> = {},
): Fields {
  const shiftMs = at - latestInstant(type.sample)
  const varied = varyFields(type.sample, { subject, at, shiftMs })
  if (typeof varied.id === 'number') varied.id = subject.number
  varyProduct(varied, subject)
  const { created_at: createdAt = '' } = known
  for (const [key, value] of Object.entries(varied)) {
    if (typeof value !== 'string' || !INSTANT.test(value)) continue
    // Of what the sample shows as done before, nothing can have happened before the thing was there.
    const isTooEarly = value < createdAt
    varied[key] = known[key] ?? (isTooEarly ? createdAt : value)
  }
  return recalculate(varied, subject.lines, subject.number * 10)
}

/** The instants of an object that later events about the same thing have to repeat. */
export function lastingInstants(object: Fields): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [key, value] of Object.entries(object)) {
    if (key !== 'updated_at' && typeof value === 'string' && INSTANT.test(value)) found[key] = value
  }
  return found
}

type Variation = { subject: Subject; at: number; shiftMs: number }

function vary(value: unknown, key: string, variation: Variation): unknown {
  if (typeof value === 'string') return varyText(value, key, variation)
  if (typeof value === 'number') return varyNumber(value, key, variation.subject)
  if (Array.isArray(value)) return value.map((element) => vary(element, key, variation))
  return isFields(value) ? varyFields(value, variation) : value
}

function varyFields(fields: Readonly<Fields>, variation: Variation): Fields {
  const { customer } = variation.subject
  if ('line1' in fields) {
    return { ...customer.address, company: fields.company === null ? null : customer.company }
  }
  const isPerson = 'first_name' in fields
  const entries = Object.entries(fields).map(([key, value]) => {
    if (isPerson && key === 'id' && typeof value === 'number') return [key, customer.number]
    return [key, vary(value, key, variation)]
  })
  return Object.fromEntries(entries)
}

function varyNumber(value: number, key: string, subject: Subject): number {
  if (SAMPLE_RENTS.includes(value)) return Math.round((value * subject.rentFactor) / 100) * 100
  if (key === 'customer_id') return subject.customer.number
  return ['order_id', 'cart_id', 'session_id'].includes(key) ? subject.number : value
}

function varyText(text: string, key: string, { subject, at, shiftMs }: Variation): string {
  if (INSTANT.test(text)) return instant(Date.parse(text) + shiftMs)
  if (DAY.test(text)) {
    // A birthday does not move with the event.
    return key === 'date_of_birth'
      ? text
      : instant(Date.parse(text) + Math.round(shiftMs / DAY_MS) * DAY_MS).slice(0, 10)
  }
  const [, prefix] = OPAQUE_ID.exec(text) ?? []
  if (prefix !== undefined)
    return HOUSE_PREFIXES.includes(prefix) ? text : `${prefix}_${idDigits(prefix, subject)}`
  const { customer } = subject
  if (text.endsWith('@example.com')) return customer.email
  if (key === 'first_name') return customer.firstName
  if (key === 'last_name') return customer.lastName
  if (key === 'phone') return customer.phone
  if (key === 'company') return customer.company
  if (key === 'currency') return 'EUR'
  if (key === 'tracking_number' || key === 'tracking_url')
    return text.replace(/\d{8}$/, digits(subject.number, 8))
  return text
    .replaceAll(DOCUMENT, (_, kind: string) => `${documentKind(kind, at)}-${digits(subject.number, 4)}`)
    .replaceAll(/Oliver Banerjee|Maya Thornton/g, `${customer.firstName} ${customer.lastName}`)
    .replaceAll('Oliver', customer.firstName)
    .replaceAll('B117', subject.unitNumber)
    .replaceAll('northgate', 'nordlicht')
    .replaceAll('Northgate', 'Nordlicht')
    .replaceAll('Leeds', 'Berlin')
    .replaceAll('£', '€')
}

function varyProduct(object: Fields, { lines }: Subject): void {
  const [bought] = lines
  if (!bought || !('sku' in object)) return
  const { id, sku, name, price } = bought.product
  const fields: Fields = { product_id: id, sku, name, price }
  for (const [key, value] of Object.entries(fields)) if (key in object) object[key] = value
}

function idDigits(prefix: string, { number, customer }: Subject): string {
  const owner = prefix === CUSTOMER_PREFIX ? customer.number : number
  return createHash('sha256').update(`${prefix}:${owner}`).digest('hex').slice(0, 16)
}

function documentKind(kind: string, at: number): string {
  if (kind === 'NG') return 'NL'
  return kind.replace(/\d{4}/, instant(at).slice(0, 4))
}

function digits(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

/** What the sample is about happened at the latest instant in it. */
function latestInstant(value: unknown): number {
  if (typeof value === 'string') return INSTANT.test(value) ? Date.parse(value) : 0
  if (typeof value !== 'object' || value === null) return 0
  return Math.max(0, ...Object.values(value).map(latestInstant))
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
