import { fillTemplate } from './fill-template'
import { toMrkdwn } from './mrkdwn'

const buyer = '[ for {customer,customer_email:person}]'
const order = `Order[ *{number,id}*]${buyer}`
const goods = '[ of *{name,sku,product_id}*]'
const place = '[ at {location.name}]'
const inCart = '[ by {customer_email}][: {total:money}]'
const checkout = 'The checkout[ of {customer_email}]'
const worth = '[: {total:money}]'
const contract = 'Contract[ *{number,title,id}*]'
const deal = 'Deal[ *{title,id}*]'
const identity = 'The identity check[ of *{:person}*]'
const invoice = `Invoice[ *{number,id}*]${buyer}`
const subscription = `Subscription[ *{id}*]${buyer}`
const task = 'Task[ *{title,id}*]'
const unit = 'Unit[ *{number,id}*][ at {site.name}]'

/** Sentences of event types as templates of `fillTemplate`. A new type may get one; those that are here stay as they are. */
const sentences = new Map(
  Object.entries({
    'order.created': 'New order[ *{number,id}*][ from {customer,customer_email:person}][: {total:money}]',
    'order.updated': `${order} was changed`,
    'order.completed': `${order} is completed`,
    'order.finalized': `${order} is final: its lines and prices stay`,
    'order.picked': `${order} was picked`,
    'order.packed': `${order} was packed and is ready for the carrier`,
    'order.shipped': `${order} was shipped[ with {carrier}][: {tracking_number}]`,
    'order.cancelled': `${order} was cancelled[: {cancel_reason}]`,
    'order.status_changed': `${order} changed its status[ from {previous_status:words}][ to *{status:words}*]`,
    'order.paid': `${order} was paid[: {total:money}]`,
    'order.approved': `${order} was approved and can be fulfilled`,
    'product.created': 'New product[ *{name,sku,id}*][: {price:money}]',
    'product.updated': 'Product[ *{name,sku,id}*] was changed',
    'product.deleted': 'Product[ *{name,sku,id}*] was removed',
    'category.created': 'New product category[ *{name,id}*]',
    'category.updated': 'Product category[ *{name,id}*] was changed',
    'category.deleted': 'Product category[ *{name,id}*] was removed',
    'stock.received': `Stock${goods} was received${place}[: {quantity_change:signed}][, {quantity_available} available]`,
    'stock.adjusted': `Stock${goods} was corrected${place}[: {quantity_change:signed}][, {quantity_available} available]`,
    'stock.transferred': `Stock${goods} was moved[ from {location.name}][ to {to_location.name}]`,
    'stock.low': `Stock${goods} is low${place}[: {quantity_available} left][, threshold {low_stock_threshold}]`,
    'inventory.changed': `Stock${goods} changed[ from {quantity_before}][ to *{quantity}*]`,
    'cart.item_added': `[*{added_item.name}* was put into a cart]${inCart}`,
    'cart.updated': `A cart was changed${inCart}`,
    'checkout.cart_viewed': `${checkout} reached the cart page${worth}`,
    'checkout.address_viewed': `${checkout} reached the address page${worth}`,
    'checkout.shipping_viewed': `${checkout} reached the delivery page${worth}`,
    'checkout.approval_viewed': `${checkout} reached the approval page${worth}`,
    'checkout.thank_you_viewed': `${checkout} is done${worth}`,
    'customer.created': 'New customer[ *{:person}*]',
    'session.created': 'A visitor came to the store',
    'newsletter.subscribed': 'New newsletter sign-up[ from *{email}*]',
    'return.created': `New return[ *{number,id}*]${buyer}[ of order {order_number,order_id}][: {refund_total:money}]`,
    'contact.created': 'New contact[ *{:person}*]',
    'contact.updated': 'Contact[ *{:person}*] was changed',
    'contract.created': `${contract} is ready to be signed`,
    'contract.signed': `${contract} was signed by everyone`,
    'coupon.created': 'New coupon[ *{code,name,id}*]',
    'coupon.updated': 'Coupon[ *{code,name,id}*] was changed',
    'credit_note.created': `New credit note[ *{number,id}*]${buyer}[: {total:money}]`,
    'credit_note.updated': `Credit note[ *{number,id}*]${buyer} was changed[: {status:words}]`,
    'deal.created': 'New deal[ *{title,id}*][: {monthly_value:money} a month]',
    'deal.lost': `${deal} was lost[: {lost_reason}]`,
    'deal.reopened': `${deal} is open again`,
    'deal.updated': `${deal} was changed[: {stage:words}]`,
    'deal.won': `${deal} was won[: {monthly_value:money} a month]`,
    'identity_verification.cancelled': `${identity} was called off`,
    'identity_verification.failed': `${identity} failed[: {failure_message,failure_code}]`,
    'identity_verification.processing': `${identity} is under way`,
    'identity_verification.succeeded': `${identity} succeeded`,
    'invoice.created': `New draft of an invoice${buyer}[: {total:money}]`,
    'invoice.finalized': `${invoice} is due[: {total:money}][, until {due_on}]`,
    'invoice.marked_uncollectible': `${invoice} will probably never be paid[: {total:money}]`,
    'invoice.paid': `${invoice} was paid[: {total:money}]`,
    'invoice.updated': `${invoice} was changed[: {total:money}]`,
    'note.created': 'New note[ by {author:person}][: {body}]',
    'note.updated': 'A note[ by {author:person}] was changed[: {body}]',
    'protection_level.created': 'New protection level[ *{name,id}*][: {price:money}]',
    'protection_level.updated': 'Protection level[ *{name,id}*] was changed[: {price:money}]',
    'subscription.cancelled': `${subscription} was cancelled`,
    'subscription.created': `New subscription[ *{id}*]${buyer}[: {total:money}]`,
    'subscription.ended': `${subscription} has ended`,
    'subscription.started': `${subscription} has started`,
    'task.completed': `${task} is done`,
    'task.created': 'New task[ *{title,id}*][ for {assignee:person}][, due {due_on}]',
    'task.reopened': `${task} is open again`,
    'task.updated': `${task} was changed`,
    'tenancy.created': 'Unit[ *{unit_number,unit_id}*] was let[ to {contact:person}][ from {move_in_on}]',
    'tenancy.started': 'The tenancy[ of {contact:person}][ in unit *{unit_number,unit_id}*] has started',
    'unit.available': `${unit} is free to let`,
    'unit.created': 'New unit[ *{number,id}*][ at {site.name}][: {price:money} a month]',
    'unit.deallocated': `${unit} is no longer reserved or let`,
    'unit.occupied': `${unit} is occupied`,
    'unit.overlocked': `${unit} was overlocked[: {status_reason}]`,
    'unit.repossessed': `${unit} was repossessed[: {status_reason}]`,
    'unit.reserved': `${unit} was reserved`,
    'unit.unavailable': `${unit} is out of letting[: {status_reason}]`,
    'unit.updated': `${unit} was changed`,
    'unit_type.created': 'New unit type[ *{name,code,id}*][: {price:money} a month]',
    'unit_type.updated': 'Unit type[ *{name,code,id}*] was changed',
  }),
)

/** What happened, as a sentence in mrkdwn; of a type that has none here, from its name: “Loyalty card *Gold*: points expired”. */
export function sentenceOf(type: string, object: unknown): string {
  const own = sentences.get(type)
  const sentence = own === undefined ? null : fillTemplate(own, object)
  if (sentence) return sentence
  const [subject = '', ...happened] = type.split('.')
  const name = fillTemplate('[ *{number,name,title,code,id}*]', object) ?? ''
  const what = happened.length === 0 ? '' : `: ${words(happened.join(' '))}`
  return `${sentenceCase(words(subject))}${name}${what}`
}

function words(name: string): string {
  return toMrkdwn(name.replace(/[_.-]+/g, ' '))
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
