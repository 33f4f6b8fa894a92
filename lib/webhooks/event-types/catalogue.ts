import { categories } from './categories'
import { cartAndCheckout } from './checkouts'
import { contacts } from './contacts'
import { contracts } from './contracts'
import { coupons } from './coupons'
import { creditNotes } from './credit-notes'
import { customers } from './customers'
import { deals } from './deals'
import type { EventCategory, EventType } from './define-event-type'
import { identityVerifications } from './identity-verifications'
import { invoices } from './invoices'
import { notes } from './notes'
import { orders } from './orders'
import { products } from './products'
import { protectionLevels } from './protection-levels'
import { returns } from './returns'
import { stock } from './stock'
import { subscriptions } from './subscriptions'
import { tasks } from './tasks'
import { tenancies } from './tenancies'
import { unitTypes } from './unit-types'
import { units } from './units'

/** All categories with their types, in the order of the picker: the shop's first, then the storage business's. */
export const eventCategories: readonly EventCategory[] = [
  orders,
  products,
  categories,
  stock,
  cartAndCheckout,
  customers,
  returns,
  contacts,
  contracts,
  coupons,
  creditNotes,
  deals,
  identityVerifications,
  invoices,
  notes,
  protectionLevels,
  subscriptions,
  tasks,
  tenancies,
  units,
  unitTypes,
]

/** All event types, in the order of the categories. */
export const eventTypes: readonly EventType[] = eventCategories.flatMap((category) => category.types)

const byName = new Map(eventTypes.map((type) => [type.name, type]))

/** The type of this exact name (`order.paid`), undefined where the catalogue has none. */
export function getEventType(name: string): EventType | undefined {
  return byName.get(name)
}

/** Whether the catalogue has a type of this exact name. Dashed names (seed 002) are none. */
export function isEventTypeName(name: string): boolean {
  return byName.has(name)
}

/** The names of seed 002's API and the types that they stand for. */
export const dashedEventNames = {
  'session-created': 'session.created',
  'order-created': 'order.created',
  'order-updated': 'order.updated',
} as const
