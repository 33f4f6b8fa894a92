import { categories } from './categories'
import { cartAndCheckout } from './checkouts'
import { contacts } from './contacts'
import { contracts } from './contracts'
import { coupons } from './coupons'
import { creditNotes } from './credit-notes'
import { customers } from './customers'
import { deals } from './deals'
import type { BuiltInEventType, EventCategory } from './define-event-type'
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

/** The categories of the code with their types, in the order of the picker: the shop's first, then the storage business's. */
export const eventCategories: readonly EventCategory<BuiltInEventType>[] = [
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

/** The event types of the code, in the order of the categories; a deployment's own are in an `EventCatalogue`. */
export const eventTypes: readonly BuiltInEventType[] = eventCategories.flatMap((category) => category.types)

const byName = new Map(eventTypes.map((type) => [type.name, type]))

/** The type of this exact name (`order.paid`), undefined where the code has none. */
export function getEventType(name: string): BuiltInEventType | undefined {
  return byName.get(name)
}

/** Whether the code has a type of this exact name. Dashed names (seed 002) are none. */
export function isEventTypeName(name: string): boolean {
  return byName.has(name)
}

/** The names of seed 002's API and the types that they stand for. */
export const dashedEventNames = {
  'session-created': 'session.created',
  'order-created': 'order.created',
  'order-updated': 'order.updated',
} as const
