// Types of the HTTP API, made from its OpenAPI document by “npm run generate:client”. Do not edit.

/**
 * Of an event.
 */
export type EventId = string
export type EventOrEventsAnswer = EventAnswer | EventsAnswer
export type NewEventOrEvents = NewEvent | NewEvents
/**
 * Of a delivery.
 */
export type DeliveryId = string
/**
 * Of an endpoint.
 */
export type EndpointId = string
/**
 * Final are `delivered`, `failed` and `cancelled`.
 */
export type DeliveryStatus = 'pending' | 'retrying' | 'delivered' | 'failed' | 'cancelled'
/**
 * What caused an attempt; of a delivery, its latest.
 */
export type Trigger = 'event' | 'retry' | 'resend' | 'catch_up' | 'test'
/**
 * Why an attempt or a delivery did not succeed.
 */
export type ErrorKind =
  | 'dns_error'
  | 'connection_refused'
  | 'connection_reset'
  | 'connection_closed'
  | 'connect_timeout'
  | 'timeout'
  | 'tls_error'
  | 'blocked_address'
  | 'redirect'
  | 'http_error'
  | 'invalid_response'
  | 'placeholder_error'
  | 'smtp_error'
  | 'sender_lost'
  | 'expired'
  | 'endpoint_deleted'
  | 'endpoint_disabled'
/**
 * Of a bulk resend or a catch-up.
 */
export type ResendId = string
/**
 * A customer placed an order, whether or not it is paid yet.
 */
export type OrderCreatedPayload = Payload & {
  type: 'order.created'
  data: {
    object: OrderObject
  }
}
/**
 * Anything about an order changed: its lines, an address, a note or its status.
 */
export type OrderUpdatedPayload = Payload & {
  type: 'order.updated'
  data: {
    object: OrderObject
  }
}
/**
 * An order was handed over in full and nothing is left to do for it.
 */
export type OrderCompletedPayload = Payload & {
  type: 'order.completed'
  data: {
    object: OrderObject
  }
}
/**
 * The lines and prices of an order became final and can no longer be changed.
 */
export type OrderFinalizedPayload = Payload & {
  type: 'order.finalized'
  data: {
    object: OrderObject
  }
}
/**
 * All items of an order were taken from the shelves.
 */
export type OrderPickedPayload = Payload & {
  type: 'order.picked'
  data: {
    object: OrderObject
  }
}
/**
 * An order was packed and is ready for the carrier.
 */
export type OrderPackedPayload = Payload & {
  type: 'order.packed'
  data: {
    object: OrderObject
  }
}
/**
 * An order was handed to the carrier and has a tracking number.
 */
export type OrderShippedPayload = Payload & {
  type: 'order.shipped'
  data: {
    object: OrderObject
  }
}
/**
 * An order was cancelled by the customer or the store and will not be shipped.
 */
export type OrderCancelledPayload = Payload & {
  type: 'order.cancelled'
  data: {
    object: OrderObject
  }
}
/**
 * An order moved from one status to another, the store’s own statuses included.
 */
export type OrderStatusChangedPayload = Payload & {
  type: 'order.status_changed'
  data: {
    object: OrderObject
  }
}
/**
 * The payment of an order was registered.
 */
export type OrderPaidPayload = Payload & {
  type: 'order.paid'
  data: {
    object: OrderObject
  }
}
/**
 * An order passed its final check and may be fulfilled.
 */
export type OrderApprovedPayload = Payload & {
  type: 'order.approved'
  data: {
    object: OrderObject
  }
}
/**
 * A new product was added to the store, as a draft or on sale.
 */
export type ProductCreatedPayload = Payload & {
  type: 'product.created'
  data: {
    object: ProductObject
  }
}
/**
 * A product changed: its price, texts, pictures, status or categories.
 */
export type ProductUpdatedPayload = Payload & {
  type: 'product.updated'
  data: {
    object: ProductObject
  }
}
/**
 * A product was removed from the store for good.
 */
export type ProductDeletedPayload = Payload & {
  type: 'product.deleted'
  data: {
    object: ProductObject
  }
}
/**
 * A new product category was added to the store.
 */
export type CategoryCreatedPayload = Payload & {
  type: 'category.created'
  data: {
    object: CategoryObject
  }
}
/**
 * A product category was renamed, moved, shown or hidden.
 */
export type CategoryUpdatedPayload = Payload & {
  type: 'category.updated'
  data: {
    object: CategoryObject
  }
}
/**
 * A product category was removed; its products stay in the store.
 */
export type CategoryDeletedPayload = Payload & {
  type: 'category.deleted'
  data: {
    object: CategoryObject
  }
}
/**
 * Goods arrived and were booked into a location.
 */
export type StockReceivedPayload = Payload & {
  type: 'stock.received'
  data: {
    object: StockObject
  }
}
/**
 * A stock quantity was corrected by hand, after a count or a loss.
 */
export type StockAdjustedPayload = Payload & {
  type: 'stock.adjusted'
  data: {
    object: StockObject
  }
}
/**
 * Stock was moved from one location to another.
 */
export type StockTransferredPayload = Payload & {
  type: 'stock.transferred'
  data: {
    object: StockObject
  }
}
/**
 * The available stock of a product fell to its threshold or below.
 */
export type StockLowPayload = Payload & {
  type: 'stock.low'
  data: {
    object: StockObject
  }
}
/**
 * The quantity of a product changed, whatever the cause and the location.
 */
export type InventoryChangedPayload = Payload & {
  type: 'inventory.changed'
  data: {
    object: InventoryObject
  }
}
/**
 * A customer put a product into the cart.
 */
export type CartItemAddedPayload = Payload & {
  type: 'cart.item_added'
  data: {
    object: CartObject
  }
}
/**
 * A cart changed: a quantity, a removed line or a coupon.
 */
export type CartUpdatedPayload = Payload & {
  type: 'cart.updated'
  data: {
    object: CartObject
  }
}
/**
 * A visitor opened the cart page, the first step of the checkout.
 */
export type CheckoutCartViewedPayload = Payload & {
  type: 'checkout.cart_viewed'
  data: {
    object: CheckoutObject
  }
}
/**
 * A visitor opened the address page of the checkout.
 */
export type CheckoutAddressViewedPayload = Payload & {
  type: 'checkout.address_viewed'
  data: {
    object: CheckoutObject
  }
}
/**
 * A visitor opened the page of the checkout that offers the delivery services.
 */
export type CheckoutShippingViewedPayload = Payload & {
  type: 'checkout.shipping_viewed'
  data: {
    object: CheckoutObject
  }
}
/**
 * A visitor opened the page where the order is checked before it is placed.
 */
export type CheckoutApprovalViewedPayload = Payload & {
  type: 'checkout.approval_viewed'
  data: {
    object: CheckoutObject
  }
}
/**
 * A customer reached the thank-you page after placing an order.
 */
export type CheckoutThankYouViewedPayload = Payload & {
  type: 'checkout.thank_you_viewed'
  data: {
    object: CheckoutObject
  }
}
/**
 * A new customer registered, or was added by the store.
 */
export type CustomerCreatedPayload = Payload & {
  type: 'customer.created'
  data: {
    object: CustomerObject
  }
}
/**
 * A visitor came to the store and a new session began.
 */
export type SessionCreatedPayload = Payload & {
  type: 'session.created'
  data: {
    object: SessionObject
  }
}
/**
 * A visitor signed up for the newsletter.
 */
export type NewsletterSubscribedPayload = Payload & {
  type: 'newsletter.subscribed'
  data: {
    object: NewsletterObject
  }
}
/**
 * A customer asked to send back all or part of an order.
 */
export type ReturnCreatedPayload = Payload & {
  type: 'return.created'
  data: {
    object: ReturnObject
  }
}
/**
 * A new contact was added, by the store or through its website.
 */
export type ContactCreatedPayload = Payload & {
  type: 'contact.created'
  data: {
    object: ContactObject
  }
}
/**
 * A contact's details, tags or consent changed.
 */
export type ContactUpdatedPayload = Payload & {
  type: 'contact.updated'
  data: {
    object: ContactObject
  }
}
/**
 * A rental contract was made out for a contact and is ready to sign.
 */
export type ContractCreatedPayload = Payload & {
  type: 'contract.created'
  data: {
    object: ContractObject
  }
}
/**
 * Everyone who has to sign a contract has signed it.
 */
export type ContractSignedPayload = Payload & {
  type: 'contract.signed'
  data: {
    object: ContractObject
  }
}
/**
 * A new coupon was set up.
 */
export type CouponCreatedPayload = Payload & {
  type: 'coupon.created'
  data: {
    object: CouponObject
  }
}
/**
 * A coupon changed: its validity, its limit or whether it can be used.
 */
export type CouponUpdatedPayload = Payload & {
  type: 'coupon.updated'
  data: {
    object: CouponObject
  }
}
/**
 * A credit note was made out, for an invoice or on its own.
 */
export type CreditNoteCreatedPayload = Payload & {
  type: 'credit_note.created'
  data: {
    object: CreditNoteObject
  }
}
/**
 * A credit note changed, for instance because it was refunded or voided.
 */
export type CreditNoteUpdatedPayload = Payload & {
  type: 'credit_note.updated'
  data: {
    object: CreditNoteObject
  }
}
/**
 * A new deal entered the sales pipeline.
 */
export type DealCreatedPayload = Payload & {
  type: 'deal.created'
  data: {
    object: DealObject
  }
}
/**
 * A deal was given up, with the reason where the store noted one.
 */
export type DealLostPayload = Payload & {
  type: 'deal.lost'
  data: {
    object: DealObject
  }
}
/**
 * A deal that was won or lost is open again.
 */
export type DealReopenedPayload = Payload & {
  type: 'deal.reopened'
  data: {
    object: DealObject
  }
}
/**
 * A deal changed: its stage, value, owner or move-in day.
 */
export type DealUpdatedPayload = Payload & {
  type: 'deal.updated'
  data: {
    object: DealObject
  }
}
/**
 * A deal was won: the lead becomes a tenant.
 */
export type DealWonPayload = Payload & {
  type: 'deal.won'
  data: {
    object: DealObject
  }
}
/**
 * An identity verification was called off before it had a verdict.
 */
export type IdentityVerificationCancelledPayload = Payload & {
  type: 'identity_verification.cancelled'
  data: {
    object: IdentityVerificationObject
  }
}
/**
 * A contact's identity could not be confirmed.
 */
export type IdentityVerificationFailedPayload = Payload & {
  type: 'identity_verification.failed'
  data: {
    object: IdentityVerificationObject
  }
}
/**
 * A contact handed in a document and its check is under way.
 */
export type IdentityVerificationProcessingPayload = Payload & {
  type: 'identity_verification.processing'
  data: {
    object: IdentityVerificationObject
  }
}
/**
 * A contact's identity was confirmed.
 */
export type IdentityVerificationSucceededPayload = Payload & {
  type: 'identity_verification.succeeded'
  data: {
    object: IdentityVerificationObject
  }
}
/**
 * A draft of an invoice was made, for a subscription, an order or by hand.
 */
export type InvoiceCreatedPayload = Payload & {
  type: 'invoice.created'
  data: {
    object: InvoiceObject
  }
}
/**
 * An invoice became final: it has a number and is due for payment.
 */
export type InvoiceFinalizedPayload = Payload & {
  type: 'invoice.finalized'
  data: {
    object: InvoiceObject
  }
}
/**
 * The store gave up hope that an invoice will be paid.
 */
export type InvoiceMarkedUncollectiblePayload = Payload & {
  type: 'invoice.marked_uncollectible'
  data: {
    object: InvoiceObject
  }
}
/**
 * An invoice was paid in full.
 */
export type InvoicePaidPayload = Payload & {
  type: 'invoice.paid'
  data: {
    object: InvoiceObject
  }
}
/**
 * An invoice changed: its lines, due date, memo or payment method.
 */
export type InvoiceUpdatedPayload = Payload & {
  type: 'invoice.updated'
  data: {
    object: InvoiceObject
  }
}
/**
 * A member of staff wrote a note.
 */
export type NoteCreatedPayload = Payload & {
  type: 'note.created'
  data: {
    object: NoteObject
  }
}
/**
 * A note was edited, pinned or unpinned.
 */
export type NoteUpdatedPayload = Payload & {
  type: 'note.updated'
  data: {
    object: NoteObject
  }
}
/**
 * A new protection level was set up for tenants to choose.
 */
export type ProtectionLevelCreatedPayload = Payload & {
  type: 'protection_level.created'
  data: {
    object: ProtectionLevelObject
  }
}
/**
 * A protection level changed: its price, its cover or whether it is offered.
 */
export type ProtectionLevelUpdatedPayload = Payload & {
  type: 'protection_level.updated'
  data: {
    object: ProtectionLevelObject
  }
}
/**
 * Notice was given: the subscription runs out on its last day.
 */
export type SubscriptionCancelledPayload = Payload & {
  type: 'subscription.cancelled'
  data: {
    object: SubscriptionObject
  }
}
/**
 * A subscription was set up; it may start on a later day.
 */
export type SubscriptionCreatedPayload = Payload & {
  type: 'subscription.created'
  data: {
    object: SubscriptionObject
  }
}
/**
 * A subscription is over and will not be billed again.
 */
export type SubscriptionEndedPayload = Payload & {
  type: 'subscription.ended'
  data: {
    object: SubscriptionObject
  }
}
/**
 * The first billing period of a subscription began.
 */
export type SubscriptionStartedPayload = Payload & {
  type: 'subscription.started'
  data: {
    object: SubscriptionObject
  }
}
/**
 * A task was ticked off.
 */
export type TaskCompletedPayload = Payload & {
  type: 'task.completed'
  data: {
    object: TaskObject
  }
}
/**
 * A task was set for the staff.
 */
export type TaskCreatedPayload = Payload & {
  type: 'task.created'
  data: {
    object: TaskObject
  }
}
/**
 * A task that was done is open again.
 */
export type TaskReopenedPayload = Payload & {
  type: 'task.reopened'
  data: {
    object: TaskObject
  }
}
/**
 * A task changed: its text, priority, due day or assignee.
 */
export type TaskUpdatedPayload = Payload & {
  type: 'task.updated'
  data: {
    object: TaskObject
  }
}
/**
 * A unit was let to a contact; the tenancy may start on a later day.
 */
export type TenancyCreatedPayload = Payload & {
  type: 'tenancy.created'
  data: {
    object: TenancyObject
  }
}
/**
 * A tenancy began and the tenant may use the unit.
 */
export type TenancyStartedPayload = Payload & {
  type: 'tenancy.started'
  data: {
    object: TenancyObject
  }
}
/**
 * A unit became free to let.
 */
export type UnitAvailablePayload = Payload & {
  type: 'unit.available'
  data: {
    object: UnitObject
  }
}
/**
 * A new unit was added to a site.
 */
export type UnitCreatedPayload = Payload & {
  type: 'unit.created'
  data: {
    object: UnitObject
  }
}
/**
 * A unit was taken back from the contact it was reserved for or let to.
 */
export type UnitDeallocatedPayload = Payload & {
  type: 'unit.deallocated'
  data: {
    object: UnitObject
  }
}
/**
 * A tenant moved into a unit.
 */
export type UnitOccupiedPayload = Payload & {
  type: 'unit.occupied'
  data: {
    object: UnitObject
  }
}
/**
 * A unit was locked by the store because its tenant is behind with payment.
 */
export type UnitOverlockedPayload = Payload & {
  type: 'unit.overlocked'
  data: {
    object: UnitObject
  }
}
/**
 * The store took possession of a unit after its tenant failed to pay.
 */
export type UnitRepossessedPayload = Payload & {
  type: 'unit.repossessed'
  data: {
    object: UnitObject
  }
}
/**
 * A unit was reserved for a contact.
 */
export type UnitReservedPayload = Payload & {
  type: 'unit.reserved'
  data: {
    object: UnitObject
  }
}
/**
 * A unit was taken out of letting, for a repair or other use.
 */
export type UnitUnavailablePayload = Payload & {
  type: 'unit.unavailable'
  data: {
    object: UnitObject
  }
}
/**
 * The details of a unit changed: its price, size, type or features.
 */
export type UnitUpdatedPayload = Payload & {
  type: 'unit.updated'
  data: {
    object: UnitObject
  }
}
/**
 * A new type of unit was set up.
 */
export type UnitTypeCreatedPayload = Payload & {
  type: 'unit_type.created'
  data: {
    object: UnitTypeObject
  }
}
/**
 * A unit type changed: its price, its texts or whether it can be booked.
 */
export type UnitTypeUpdatedPayload = Payload & {
  type: 'unit_type.updated'
  data: {
    object: UnitTypeObject
  }
}

/**
 * A refusal, in the form of RFC 9457.
 */
export interface Problem {
  /**
   * `urn:shopbell:problem:` and the code.
   */
  type: string
  title: string
  status: number
  /**
   * A sentence for people.
   */
  detail: string
  /**
   * Stable, for programs.
   */
  code: string
  /**
   * The same as in the header `x-request-id`.
   */
  request_id: string
  /**
   * Each thing that is wrong with what was sent.
   */
  errors?: FieldError[]
}
export interface FieldError {
  /**
   * A JSON pointer into the body, or the name of a parameter or header.
   */
  pointer: string
  /**
   * Stable, for programs.
   */
  code: string
  /**
   * A sentence for people.
   */
  detail: string
}
export interface EventListAnswer {
  events: Event[]
  meta: ListMeta
}
/**
 * One thing that happened in a store.
 */
export interface Event {
  id: EventId
  type: string
  /**
   * When it happened, in Unix seconds.
   */
  created: number
  /**
   * When it was stored.
   */
  created_at: string
  api_version: '2025-09'
  /**
   * As it was reported.
   */
  data: {
    object: {}
  }
  /**
   * To how many endpoints it goes.
   */
  deliveries_count: number
  /**
   * How its data does not match the schema of its type, where that is checked.
   */
  warnings: string[]
}
export interface ListMeta {
  /**
   * The same as in the header `x-request-id`.
   */
  request_id: string
  /**
   * @minItems 2
   * @maxItems 2
   */
  curies: Curie[]
  /**
   * What to send as `after`; null on the last page.
   */
  next_cursor: string | null
}
export interface Curie {
  /**
   * `bo` is the backoffice, `sf` the storefront.
   */
  name: 'bo' | 'sf'
  /**
   * A template with `{rel}` in it.
   */
  href: string
  templated: true
  title: string
}
export interface EventAnswer {
  event: Event
  meta: Meta
}
export interface Meta {
  /**
   * The same as in the header `x-request-id`.
   */
  request_id: string
  /**
   * @minItems 2
   * @maxItems 2
   */
  curies: Curie[]
}
export interface EventsAnswer {
  events: Event[]
  meta: Meta
}
export interface NewEvent {
  /**
   * Its event type, such as `order.paid`.
   */
  type: string
  /**
   * What it happened to, in `object`: at most 256 KiB.
   */
  data: {
    /**
     * As the event type’s schema has it.
     */
    object: {}
  }
  /**
   * Stores it once within 24 hours, however often it is sent.
   */
  idempotency_key?: string
  /**
   * When it happened, in Unix seconds; now where it is left out.
   */
  created?: number
}
export interface NewEvents {
  /**
   * Stored whole or not at all.
   *
   * @minItems 1
   * @maxItems 500
   */
  events: NewEvent[]
}
export interface EventDetail {
  event: Event
  deliveries: Delivery[]
  meta: Meta
}
/**
 * One event to one endpoint.
 */
export interface Delivery {
  id: DeliveryId
  event_id: EventId
  event_type: string
  endpoint_id: EndpointId
  status: DeliveryStatus
  trigger: Trigger
  attempts_count: number
  /**
   * Null once it is final.
   */
  next_attempt_at: string | null
  last_attempt_at: string | null
  /**
   * Of the last attempt; null where nothing was answered.
   */
  http_status: number | null
  /**
   * Of the last attempt.
   */
  duration_ms: number | null
  /**
   * Of the last attempt; null where it succeeded.
   */
  error: ErrorKind | null
  created_at: string
  /**
   * It is a test send.
   */
  test: boolean
  /**
   * When a resend delivered what had failed.
   */
  recovered_at: string | null
}
export interface EndpointsAnswer {
  endpoints: Endpoint[]
  meta: ListMeta
}
/**
 * Where a store sends.
 */
export interface Endpoint {
  id: EndpointId
  /**
   * The form of what it receives.
   */
  api_version: '2025-09' | 'cloudevents-1.0' | 'slack'
  created_at: string
  /**
   * Who made it.
   */
  creator: {
    /**
     * `app_…` for what a token made, `usr_…` for what a person made.
     */
    id: string
  }
  description: string | null
  /**
   * Null while it is enabled.
   */
  disabled_at: string | null
  /**
   * What it listens to; all of today’s where it listens to all.
   */
  event_types: string[]
  metadata: {
    [k: string]: string
  }
  name: string
  status: 'enabled' | 'disabled'
  updated_at: string
  /**
   * Null for an e-mail endpoint.
   */
  url: string | null
  kind: 'api' | 'email'
  /**
   * Null for any but an e-mail endpoint.
   */
  email: string | null
  /**
   * The names of its own headers. Values come back nowhere.
   */
  headers: string[]
  /**
   * Requests a second; null for no limit.
   */
  rate_limit: number | null
  retry_policy: 'standard' | 'short' | 'none'
  /**
   * `failing` after days without a success, `gone` for an answer of 410.
   */
  disabled_reason: ('manual' | 'failing' | 'gone') | null
  /**
   * It listens to every event type, future ones included.
   */
  all_event_types: boolean
  /**
   * Which events it wants; null for all.
   */
  filter: EventFilter | null
  timeout_seconds: number
  concurrency: number
  /**
   * When one that fails will be disabled, unless a delivery succeeds before; else null.
   */
  disables_at: string | null
}
export interface EventFilter {
  /**
   * Whether all conditions must hold, or any of them.
   */
  match: 'all' | 'any'
  /**
   * @minItems 1
   * @maxItems 10
   */
  conditions: (
    | {
        path: string
        operator: 'equals' | 'not_equals' | 'contains'
        value: string | number | boolean | null
      }
    | {
        path: string
        operator: 'in' | 'not_in'
        /**
         * @minItems 1
         * @maxItems 50
         */
        value: (string | number | boolean | null)[]
      }
    | {
        path: string
        operator: 'greater_than' | 'greater_than_or_equal' | 'less_than' | 'less_than_or_equal'
        value: number
      }
    | {
        path: string
        operator: 'starts_with'
        value: string
      }
    | {
        path: string
        operator: 'exists'
        value: boolean
      }
  )[]
}
export interface EndpointWithSecretAnswer {
  endpoint: EndpointWithSecret
  meta: Meta
}
export interface EndpointWithSecret {
  id: EndpointId
  /**
   * The form of what it receives.
   */
  api_version: '2025-09' | 'cloudevents-1.0' | 'slack'
  created_at: string
  /**
   * Who made it.
   */
  creator: {
    /**
     * `app_…` for what a token made, `usr_…` for what a person made.
     */
    id: string
  }
  description: string | null
  /**
   * Null while it is enabled.
   */
  disabled_at: string | null
  /**
   * What it listens to; all of today’s where it listens to all.
   */
  event_types: string[]
  metadata: {
    [k: string]: string
  }
  name: string
  status: 'enabled' | 'disabled'
  updated_at: string
  /**
   * Null for an e-mail endpoint.
   */
  url: string | null
  kind: 'api' | 'email'
  /**
   * Null for any but an e-mail endpoint.
   */
  email: string | null
  /**
   * The names of its own headers. Values come back nowhere.
   */
  headers: string[]
  /**
   * Requests a second; null for no limit.
   */
  rate_limit: number | null
  retry_policy: 'standard' | 'short' | 'none'
  /**
   * `failing` after days without a success, `gone` for an answer of 410.
   */
  disabled_reason: ('manual' | 'failing' | 'gone') | null
  /**
   * It listens to every event type, future ones included.
   */
  all_event_types: boolean
  /**
   * Which events it wants; null for all.
   */
  filter: EventFilter | null
  timeout_seconds: number
  concurrency: number
  /**
   * When one that fails will be disabled, unless a delivery succeeds before; else null.
   */
  disables_at: string | null
  /**
   * What signs; readable in this answer alone.
   */
  secret: string
}
/**
 * Of kind `api` it needs a `url`, of kind `email` an `email`; and `event_types`, or `all_event_types` instead.
 */
export interface NewEndpoint {
  /**
   * What people call it.
   */
  name: string
  /**
   * The form of what it receives.
   */
  api_version: '2025-09' | 'cloudevents-1.0' | 'slack'
  /**
   * Where it sends, of kind `api`: `https://…`, which may hold `{{placeholders}}`.
   */
  url?: string
  /**
   * Where it sends, of kind `email`.
   */
  email?: string
  /**
   * What it listens to.
   *
   * @minItems 1
   * @maxItems 1000
   */
  event_types?: string[]
  /**
   * It listens to every event type, future ones included; `event_types` is left out then.
   */
  all_event_types?: boolean
  /**
   * What it is for.
   */
  description?: string | null
  /**
   * Texts of your own by their names.
   */
  metadata?: {
    [k: string]: string
  }
  /**
   * Which events it wants, by what is in their `data.object`; null for all.
   */
  filter?: EventFilter | null
  /**
   * How often what failed is sent again; `standard` unless told otherwise.
   */
  retry_policy?: 'standard' | 'short' | 'none'
  /**
   * The time for all of one attempt: 5 unless told otherwise, 30 of kind `email`.
   */
  timeout_seconds?: number
  /**
   * Requests at once, 8 unless told otherwise.
   */
  concurrency?: number
  /**
   * Requests a second; null for no limit.
   */
  rate_limit?: number | null
  /**
   * Where it sends: `api` to `url`, `email` to `email`. Set on creation alone; `api` unless told otherwise.
   */
  kind?: 'api' | 'email'
  /**
   * Added to each request, name → value; of kind `api`. Values come back nowhere.
   */
  headers?: {
    [k: string]: string
  }
}
export interface EndpointAnswer {
  endpoint: Endpoint
  meta: Meta
}
export interface EndpointChanges {
  /**
   * What people call it.
   */
  name?: string
  /**
   * The form of what it receives.
   */
  api_version?: '2025-09' | 'cloudevents-1.0' | 'slack'
  /**
   * Where it sends, of kind `api`: `https://…`, which may hold `{{placeholders}}`.
   */
  url?: string
  /**
   * Where it sends, of kind `email`.
   */
  email?: string
  /**
   * What it listens to.
   *
   * @minItems 1
   * @maxItems 1000
   */
  event_types?: string[]
  /**
   * It listens to every event type, future ones included; `event_types` is left out then.
   */
  all_event_types?: boolean
  /**
   * What it is for.
   */
  description?: string | null
  /**
   * Texts of your own by their names.
   */
  metadata?: {
    [k: string]: string
  }
  /**
   * Which events it wants, by what is in their `data.object`; null for all.
   */
  filter?: EventFilter | null
  /**
   * How often what failed is sent again; `standard` unless told otherwise.
   */
  retry_policy?: 'standard' | 'short' | 'none'
  /**
   * The time for all of one attempt: 5 unless told otherwise, 30 of kind `email`.
   */
  timeout_seconds?: number
  /**
   * Requests at once, 8 unless told otherwise.
   */
  concurrency?: number
  /**
   * Requests a second; null for no limit.
   */
  rate_limit?: number | null
  /**
   * Where it sends: `api` to `url`, `email` to `email`. Set on creation alone; `api` unless told otherwise.
   */
  kind?: 'api' | 'email'
  /**
   * A merge patch: a text sets a header, null removes it, what is not named stays.
   */
  headers?: {
    [k: string]: string | null
  }
  /**
   * A disabled one is sent nothing.
   */
  status?: 'enabled' | 'disabled'
}
export interface SecretRotation {
  /**
   * For how long the secret before signs beside the new one.
   */
  grace_seconds?: number
}
export interface DeliveryAnswer {
  delivery: Delivery
  meta: Meta
}
export interface TestSend {
  /**
   * The endpoint’s first one where it is left out.
   */
  event_type?: string
  /**
   * The catalogue’s sample where it is left out.
   */
  data?: {
    /**
     * As the event type’s schema has it.
     */
    object: {}
  }
}
export interface ResendAnswer {
  resend: Resend
  meta: Meta
}
/**
 * A bulk resend or catch-up.
 */
export interface Resend {
  /**
   * Null for a dry run.
   */
  id: ResendId | null
  kind: 'resend' | 'catch_up'
  endpoint_id: EndpointId | null
  filter: {
    endpoint_id?: EndpointId
    event_type?: string
    status?: DeliveryStatus
    http_status?: number | ('2xx' | '3xx' | '4xx' | '5xx')
    error?: ErrorKind
    since?: string
    until?: string
    q?: string
    resend_id?: ResendId
    delivery_ids?: DeliveryId[]
    include_delivered?: boolean
  }
  /**
   * Deliveries a second.
   */
  rate: number
  /**
   * How many deliveries it takes.
   */
  total: number
  /**
   * There are more than one job takes.
   */
  has_more: boolean
  estimated_seconds: number
  /**
   * How many are left out, and why.
   */
  excluded: {
    already_delivered: number
    in_flight: number
    endpoint_unavailable: number
    payload_gone: number
    test_send: number
  }
  by_endpoint: {
    endpoint_id: EndpointId
    count: number
  }[]
  /**
   * Null for a dry run.
   */
  status: ('running' | 'completed' | 'cancelled') | null
  dry_run: boolean
  sent: number
  /**
   * Those that turned out not to need it.
   */
  skipped: number
  succeeded: number
  failed: number
  cancelled: number
  created_at: string | null
  /**
   * Set once nothing of it is under way.
   */
  finished_at: string | null
}
export interface NewCatchUp {
  /**
   * Count, and do nothing.
   */
  dry_run?: boolean
  /**
   * Deliveries a second.
   */
  rate?: number
}
export interface StatisticsAnswer {
  statistics: Statistics
  meta: Meta
}
/**
 * Deliveries by their first final status.
 */
export interface Statistics {
  /**
   * The first day.
   */
  from: string
  /**
   * The last day, which is today.
   */
  to: string
  /**
   * The store’s, whose days these are.
   */
  time_zone: string
  endpoint_id: EndpointId | null
  deliveries: {
    total: number
    delivered: number
    failed: number
    cancelled: number
    /**
     * Right now.
     */
    pending: number
    /**
     * Failed ones that a resend delivered.
     */
    recovered: number
    /**
     * Delivered ÷ (delivered + failed); null where nothing finished.
     */
    success_rate: number | null
  }
  first_attempt_success_rate: number | null
  attempts: {
    total: number
    succeeded: number
    failed: number
  }
  /**
   * Failed deliveries by their last error.
   */
  errors: {
    error: ErrorKind
    http_status: number | null
    count: number
  }[]
  response_time_ms: {
    p50: number | null
    p95: number | null
    p99: number | null
  }
  /**
   * Each day, those without traffic included.
   */
  daily: {
    date: string
    delivered: number
    failed: number
    success_rate: number | null
    p95: number | null
  }[]
}
export interface EventTypesAnswer {
  event_types: EventType[]
  meta: ListMeta
}
/**
 * Something that can happen in a store.
 */
export interface EventType {
  name: string
  category: string
  description: string
  /**
   * The JSON Schema (2020-12) of `data.object`.
   */
  schema: {
    [k: string]: unknown
  }
  /**
   * A `data.object` by that schema.
   */
  sample: {
    [k: string]: unknown
  }
  /**
   * It comes with Shopbell, and is not one of the installation’s own.
   */
  built_in: boolean
  /**
   * What becomes of an event that does not match the schema: `off` checks nothing.
   */
  validation: 'off' | 'warn' | 'refuse'
  /**
   * Events of it are refused, and no endpoint can newly choose it.
   */
  archived: boolean
}
export interface EventTypeAnswer {
  event_type: EventType
  meta: Meta
}
export interface NewEventType {
  /**
   * Under which it is listed.
   */
  category: string
  /**
   * When it happens, in a sentence.
   */
  description: string
  /**
   * The JSON Schema (2020-12) of `data.object`: an object with `properties`.
   */
  schema: {}
  /**
   * A `data.object` by the schema; made from it where there is none.
   */
  sample?: {}
  /**
   * What becomes of an event that does not match the schema; of a new type `off` where it is left out.
   */
  validation?: 'off' | 'warn' | 'refuse'
  /**
   * Like `parcel.lost`.
   */
  name: string
}
export interface EventTypeChanges {
  /**
   * Under which it is listed.
   */
  category?: string
  /**
   * When it happens, in a sentence.
   */
  description?: string
  /**
   * The JSON Schema (2020-12) of `data.object`: an object with `properties`.
   */
  schema?: {}
  /**
   * A `data.object` by the schema; made from it where there is none.
   */
  sample?: {}
  /**
   * What becomes of an event that does not match the schema; of a new type `off` where it is left out.
   */
  validation?: 'off' | 'warn' | 'refuse'
  /**
   * False takes an archived one back.
   */
  archived?: boolean
}
export interface DeliveriesAnswer {
  deliveries: Delivery[]
  meta: ListMeta
}
export interface DeliveryDetail {
  delivery: Delivery
  attempts: Attempt[]
  meta: Meta
}
/**
 * One request.
 */
export interface Attempt {
  id: string
  number: number
  trigger: Trigger
  started_at: string
  duration_ms: number
  outcome: 'succeeded' | 'failed'
  http_status: number | null
  error: ErrorKind | null
  /**
   * What happened, in a sentence.
   */
  error_detail: string | null
  /**
   * Its sender was lost: another attempt stands for this one.
   */
  superseded: boolean
  /**
   * What was sent.
   */
  request: {
    method: 'POST'
    /**
     * Null where no request was made.
     */
    url: string | null
    /**
     * Secret values are `…`.
     */
    headers: {
      [k: string]: string
    } | null
    /**
     * The exact payload; null where it is no longer kept.
     */
    body: string | null
  }
  /**
   * What came back.
   */
  response: {
    headers: {
      [k: string]: string
    }
    /**
     * Its first 16 KiB as text.
     */
    body: string
    truncated: boolean
  } | null
}
export interface NewResend {
  filter: ResendFilter
  /**
   * Count, and do nothing.
   */
  dry_run?: boolean
  /**
   * Deliveries a second.
   */
  rate?: number
}
/**
 * Which deliveries; an empty one is refused.
 */
export interface ResendFilter {
  /**
   * Those to this endpoint.
   */
  endpoint_id?: string
  /**
   * Those of this event type.
   */
  event_type?: string
  /**
   * Those in this state.
   */
  status?: 'pending' | 'retrying' | 'delivered' | 'failed' | 'cancelled'
  /**
   * Those whose last attempt was answered with this status.
   */
  http_status?: number
  /**
   * Those whose last attempt failed so.
   */
  error?:
    | 'dns_error'
    | 'connection_refused'
    | 'connection_reset'
    | 'connection_closed'
    | 'connect_timeout'
    | 'timeout'
    | 'tls_error'
    | 'blocked_address'
    | 'redirect'
    | 'http_error'
    | 'invalid_response'
    | 'placeholder_error'
    | 'smtp_error'
    | 'sender_lost'
    | 'expired'
    | 'endpoint_deleted'
    | 'endpoint_disabled'
  /**
   * Those that began at this time or later.
   */
  since?: string
  /**
   * Those that began before this time.
   */
  until?: string
  /**
   * As in the log.
   */
  q?: string
  /**
   * Those of this job.
   */
  resend_id?: string
  /**
   * These deliveries.
   *
   * @minItems 1
   * @maxItems 500
   */
  delivery_ids?: string[]
  /**
   * Those that arrived once more too; else only where `status` is `delivered`.
   */
  include_delivered?: boolean
}
export interface V1Webhooks {
  data: V1Webhook[]
  meta: {
    pagination: {
      total: number
      count: number
      per_page: number
      current_page: number
      total_pages: number
      links: {
        /**
         * The next page; null on the last one.
         */
        next: string | null
      }
    }
  }
}
/**
 * An endpoint as version 1 shows it.
 */
export interface V1Webhook {
  id: number
  name: string
  type: 'api' | 'e-mail'
  /**
   * The event type with a dash, the first one where it listens to several.
   */
  event: string
  format: 'json'
  url_or_email: string | null
  is_enabled: boolean
  /**
   * UTC, like `2025-01-15 10:30:00`.
   */
  created_at: string
  updated_at: string
}
export interface V1Error {
  status: 'error'
  /**
   * A sentence.
   */
  error: string
  /**
   * Of a 422: sentences by field.
   */
  errors?: {
    [k: string]: string[]
  }
}
export interface V1Created {
  status: 'success'
  data: {
    id: number
  }
}
export interface V1NewWebhook {
  /**
   * What people call it.
   */
  name: string
  /**
   * What it listens to.
   */
  event: 'session-created' | 'order-created' | 'order-updated'
  /**
   * Where it sends: a URL, whose scheme can be left out, or an e-mail address.
   */
  url_or_email: string
  /**
   * A disabled one is sent nothing.
   */
  is_enabled?: boolean
  /**
   * Whether it sends to a URL or to an e-mail address.
   */
  type: 'api' | 'e-mail'
  format: 'json'
}
export interface V1Success {
  status: 'success'
}
export interface V1WebhookChanges {
  /**
   * What people call it.
   */
  name?: string
  /**
   * What it listens to.
   */
  event?: 'session-created' | 'order-created' | 'order-updated'
  /**
   * Where it sends: a URL, whose scheme can be left out, or an e-mail address.
   */
  url_or_email?: string
  /**
   * A disabled one is sent nothing.
   */
  is_enabled?: boolean
}
export interface Healthy {
  status: 'ok'
}
export interface Unhealthy {
  status: string
}
export interface DrainReport {
  claimed: number
  delivered: number
  failed: number
  retried: number
  /**
   * What is still due.
   */
  remaining: number
  took_ms: number
}
export interface OpenApiDocument {
  openapi: string
  [k: string]: unknown
}
/**
 * The body of the request, the same bytes on every attempt.
 */
export interface Payload {
  id: EventId
  /**
   * The event type.
   */
  type: string
  /**
   * When it happened, in Unix seconds.
   */
  created: number
  /**
   * The same as a text.
   */
  timestamp: string
  api_version: '2025-09'
  /**
   * What it happened to.
   */
  data: {
    object: {
      [k: string]: unknown
    }
  }
  /**
   * There where it is a test send alone.
   */
  test?: true
}
export interface OrderObject {
  /**
   * Id of the order.
   */
  id: number | string
  /**
   * Order number that the customer knows.
   */
  number?: string
  /**
   * Where the order stands, such as new, paid, packed, shipped or cancelled.
   */
  status: string
  /**
   * Status before the change; null for a new order.
   */
  previous_status?: string | null
  /**
   * E-mail address that the order mails go to.
   */
  customer_email?: string | null
  /**
   * Who placed the order.
   */
  customer?: {
    /**
     * Id of the person; null for a guest.
     */
    id?: (number | string) | null
    /**
     * Given name.
     */
    first_name?: string | null
    /**
     * Family name.
     */
    last_name?: string | null
    /**
     * E-mail address.
     */
    email?: string | null
    /**
     * Phone number, best in E.164 form (+441632960123).
     */
    phone?: string | null
    [k: string]: unknown
  } | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * What was ordered.
   */
  line_items?: {
    /**
     * Id of the line.
     */
    id: number | string
    /**
     * Id of the product; null for a free line.
     */
    product_id?: (number | string) | null
    /**
     * Stock keeping unit as it was when the line was made.
     */
    sku?: string | null
    /**
     * Name of the product as the customer saw it.
     */
    name: string
    /**
     * How many pieces.
     */
    quantity: number
    /**
     * Price of one piece, tax included.
     */
    unit_price: number
    /**
     * Quantity times unit price.
     */
    total: number
    [k: string]: unknown
  }[]
  /**
   * Sum of the line totals.
   */
  subtotal?: number
  /**
   * Discount taken off the subtotal.
   */
  discount_total?: number
  /**
   * Price of the delivery.
   */
  shipping_total?: number
  /**
   * Tax contained in the total.
   */
  tax_total?: number
  /**
   * Subtotal less discount plus shipping: what the customer pays.
   */
  total?: number
  /**
   * Coupon codes that were applied.
   */
  coupon_codes?: string[]
  /**
   * Address on the invoice.
   */
  billing_address?: {
    /**
     * Whom the address is for.
     */
    recipient_name?: string | null
    /**
     * Company at the address.
     */
    company?: string | null
    /**
     * Street and number.
     */
    line1: string
    /**
     * Flat, floor or building.
     */
    line2?: string | null
    /**
     * Town or city.
     */
    city: string
    /**
     * County, state or province.
     */
    region?: string | null
    /**
     * Postcode; null where a country has none.
     */
    postal_code?: string | null
    /**
     * ISO 3166-1 alpha-2 code of the country.
     */
    country_code: string
    [k: string]: unknown
  } | null
  /**
   * Address of the delivery; null for a collection.
   */
  shipping_address?: {
    /**
     * Whom the address is for.
     */
    recipient_name?: string | null
    /**
     * Company at the address.
     */
    company?: string | null
    /**
     * Street and number.
     */
    line1: string
    /**
     * Flat, floor or building.
     */
    line2?: string | null
    /**
     * Town or city.
     */
    city: string
    /**
     * County, state or province.
     */
    region?: string | null
    /**
     * Postcode; null where a country has none.
     */
    postal_code?: string | null
    /**
     * ISO 3166-1 alpha-2 code of the country.
     */
    country_code: string
    [k: string]: unknown
  } | null
  /**
   * How the order is paid, such as card or bank_transfer.
   */
  payment_method?: string | null
  /**
   * Delivery service that the customer chose.
   */
  shipping_method?: string | null
  /**
   * Carrier of the parcel, once it is handed over.
   */
  carrier?: string | null
  /**
   * The carrier's tracking number, once the order is shipped.
   */
  tracking_number?: string | null
  /**
   * Where the parcel can be followed.
   */
  tracking_url?: string | null
  /**
   * What the customer wrote for the store.
   */
  customer_note?: string | null
  /**
   * Why the order was cancelled.
   */
  cancel_reason?: string | null
  /**
   * Click id of the advertisement that led to the order.
   */
  fbclid?: string | null
  /**
   * When the payment was registered.
   */
  paid_at?: string | null
  /**
   * When the order was approved.
   */
  approved_at?: string | null
  /**
   * When lines and prices became final.
   */
  finalized_at?: string | null
  /**
   * When picking was completed.
   */
  picked_at?: string | null
  /**
   * When packing was completed.
   */
  packed_at?: string | null
  /**
   * When the parcel went to the carrier.
   */
  shipped_at?: string | null
  /**
   * When nothing was left to do.
   */
  completed_at?: string | null
  /**
   * When the order was cancelled.
   */
  cancelled_at?: string | null
  /**
   * When the order was placed.
   */
  created_at?: string
  /**
   * When the order last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface ProductObject {
  /**
   * Id of the product.
   */
  id: number | string
  /**
   * Stock keeping unit.
   */
  sku?: string | null
  /**
   * Name that customers see.
   */
  name: string
  /**
   * Text of the product page.
   */
  description?: string | null
  /**
   * Whether the product is on sale.
   */
  status?: 'draft' | 'active' | 'archived'
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * Price of one piece, tax included.
   */
  price?: number
  /**
   * Price before the reduction; null if there is none.
   */
  compare_at_price?: number | null
  /**
   * Tax rate in per cent that the price includes.
   */
  tax_rate?: number | null
  /**
   * Brand or maker.
   */
  brand?: string | null
  /**
   * GTIN (EAN or UPC) on the package.
   */
  barcode?: string | null
  /**
   * Categories that the product is in.
   */
  category_ids?: (number | string)[]
  /**
   * Weight with its package, in grams.
   */
  weight_grams?: number | null
  /**
   * Pieces on hand over all locations; null if not counted.
   */
  stock_quantity?: number | null
  /**
   * Stock counts as low when no more than this is available.
   */
  low_stock_threshold?: number | null
  /**
   * Product page in the store.
   */
  url?: string | null
  /**
   * Pictures, the main one first.
   */
  images?: {
    /**
     * Where the picture is.
     */
    url: string
    /**
     * What the picture shows, for those who cannot see it.
     */
    alt?: string | null
    [k: string]: unknown
  }[]
  /**
   * When the product was created.
   */
  created_at?: string
  /**
   * When the product last changed.
   */
  updated_at?: string
  /**
   * When the product was deleted.
   */
  deleted_at?: string | null
  [k: string]: unknown
}
export interface CategoryObject {
  /**
   * Id of the category.
   */
  id: number | string
  /**
   * Name that customers see.
   */
  name: string
  /**
   * Part of the URL that names the category.
   */
  slug?: string
  /**
   * Text at the top of the category page.
   */
  description?: string | null
  /**
   * Category that this one is in; null at the top.
   */
  parent_id?: (number | string) | null
  /**
   * Names from the top down to this category.
   */
  path?: string[]
  /**
   * Place among its siblings, from 1.
   */
  position?: number
  /**
   * Whether the category is shown in the store.
   */
  visible?: boolean
  /**
   * How many products are in the category.
   */
  product_count?: number
  /**
   * Category page in the store.
   */
  url?: string | null
  /**
   * When the category was created.
   */
  created_at?: string
  /**
   * When the category last changed.
   */
  updated_at?: string
  /**
   * When the category was deleted.
   */
  deleted_at?: string | null
  [k: string]: unknown
}
export interface StockObject {
  /**
   * Id of the movement.
   */
  id: number | string
  /**
   * Id of the product.
   */
  product_id: number | string
  /**
   * Stock keeping unit of the product.
   */
  sku?: string | null
  /**
   * Name of the product.
   */
  name?: string
  /**
   * Where the stock is; for a transfer, where it came from.
   */
  location: {
    /**
     * Id of the site.
     */
    id: number | string
    /**
     * Name of the site.
     */
    name: string
    [k: string]: unknown
  }
  /**
   * Where a transfer went; null for anything else.
   */
  to_location?: {
    /**
     * Id of the site.
     */
    id: number | string
    /**
     * Name of the site.
     */
    name: string
    [k: string]: unknown
  } | null
  /**
   * Pieces added to the location, negative if taken away.
   */
  quantity_change: number
  /**
   * Pieces at the location after the movement.
   */
  quantity_on_hand: number
  /**
   * Of these, pieces promised to orders.
   */
  quantity_reserved?: number
  /**
   * On hand less reserved: what can still be sold.
   */
  quantity_available?: number
  /**
   * Stock counts as low when no more than this is available.
   */
  low_stock_threshold?: number | null
  /**
   * Why the stock moved, such as purchase, count, damage or sale.
   */
  reason?: string | null
  /**
   * Number of the purchase order, count or order behind it.
   */
  reference?: string | null
  /**
   * When the stock moved.
   */
  occurred_at: string
  [k: string]: unknown
}
export interface InventoryObject {
  /**
   * Id of the product.
   */
  product_id: number | string
  /**
   * Stock keeping unit of the product.
   */
  sku?: string | null
  /**
   * Name of the product.
   */
  name?: string
  /**
   * Pieces over all locations before the change.
   */
  quantity_before?: number | null
  /**
   * Pieces over all locations now.
   */
  quantity: number
  /**
   * Whether customers can buy the product now.
   */
  in_stock?: boolean
  /**
   * The quantity by location.
   */
  locations?: {
    /**
     * Id of the site.
     */
    id: number | string
    /**
     * Name of the site.
     */
    name: string
    /**
     * Pieces at this location.
     */
    quantity: number
    [k: string]: unknown
  }[]
  /**
   * When the inventory changed.
   */
  changed_at: string
  [k: string]: unknown
}
export interface CartObject {
  /**
   * Id of the cart.
   */
  id: number | string
  /**
   * Visit in which the cart was filled.
   */
  session_id?: (number | string) | null
  /**
   * Customer who is signed in; null for a guest.
   */
  customer_id?: (number | string) | null
  /**
   * E-mail address, once the visitor gave it.
   */
  customer_email?: string | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * The line as it was added; null for any other change.
   */
  added_item?: {
    /**
     * Id of the line.
     */
    id: number | string
    /**
     * Id of the product; null for a free line.
     */
    product_id?: (number | string) | null
    /**
     * Stock keeping unit as it was when the line was made.
     */
    sku?: string | null
    /**
     * Name of the product as the customer saw it.
     */
    name: string
    /**
     * How many pieces.
     */
    quantity: number
    /**
     * Price of one piece, tax included.
     */
    unit_price: number
    /**
     * Quantity times unit price.
     */
    total: number
    [k: string]: unknown
  } | null
  /**
   * What is in the cart.
   */
  line_items: {
    /**
     * Id of the line.
     */
    id: number | string
    /**
     * Id of the product; null for a free line.
     */
    product_id?: (number | string) | null
    /**
     * Stock keeping unit as it was when the line was made.
     */
    sku?: string | null
    /**
     * Name of the product as the customer saw it.
     */
    name: string
    /**
     * How many pieces.
     */
    quantity: number
    /**
     * Price of one piece, tax included.
     */
    unit_price: number
    /**
     * Quantity times unit price.
     */
    total: number
    [k: string]: unknown
  }[]
  /**
   * Pieces in the cart.
   */
  item_count?: number
  /**
   * Sum of the line totals.
   */
  subtotal?: number
  /**
   * Discount taken off the subtotal.
   */
  discount_total?: number
  /**
   * Price of the delivery; 0 until one is chosen.
   */
  shipping_total?: number
  /**
   * Tax contained in the total.
   */
  tax_total?: number
  /**
   * Subtotal less discount plus shipping.
   */
  total?: number
  /**
   * Coupon codes that were applied.
   */
  coupon_codes?: string[]
  /**
   * When the cart was begun.
   */
  created_at?: string
  /**
   * When the cart last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface CheckoutObject {
  /**
   * Id of the checkout; the same on all its pages.
   */
  id: number | string
  /**
   * Page of the checkout that was opened.
   */
  step: 'cart' | 'address' | 'shipping' | 'approval' | 'thank_you'
  /**
   * Cart that is checked out.
   */
  cart_id?: (number | string) | null
  /**
   * Visit in which it happens.
   */
  session_id?: (number | string) | null
  /**
   * Order that came of it; null before the thank-you page.
   */
  order_id?: (number | string) | null
  /**
   * Customer who is signed in; null for a guest.
   */
  customer_id?: (number | string) | null
  /**
   * E-mail address, once the visitor gave it.
   */
  customer_email?: string | null
  /**
   * Address of the delivery, once it is known.
   */
  shipping_address?: {
    /**
     * Whom the address is for.
     */
    recipient_name?: string | null
    /**
     * Company at the address.
     */
    company?: string | null
    /**
     * Street and number.
     */
    line1: string
    /**
     * Flat, floor or building.
     */
    line2?: string | null
    /**
     * Town or city.
     */
    city: string
    /**
     * County, state or province.
     */
    region?: string | null
    /**
     * Postcode; null where a country has none.
     */
    postal_code?: string | null
    /**
     * ISO 3166-1 alpha-2 code of the country.
     */
    country_code: string
    [k: string]: unknown
  } | null
  /**
   * Delivery service, once it is chosen.
   */
  shipping_method?: string | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * What is being bought.
   */
  line_items?: {
    /**
     * Id of the line.
     */
    id: number | string
    /**
     * Id of the product; null for a free line.
     */
    product_id?: (number | string) | null
    /**
     * Stock keeping unit as it was when the line was made.
     */
    sku?: string | null
    /**
     * Name of the product as the customer saw it.
     */
    name: string
    /**
     * How many pieces.
     */
    quantity: number
    /**
     * Price of one piece, tax included.
     */
    unit_price: number
    /**
     * Quantity times unit price.
     */
    total: number
    [k: string]: unknown
  }[]
  /**
   * Sum of the line totals.
   */
  subtotal?: number
  /**
   * Discount taken off the subtotal.
   */
  discount_total?: number
  /**
   * Price of the delivery; 0 until one is chosen.
   */
  shipping_total?: number
  /**
   * Tax contained in the total.
   */
  tax_total?: number
  /**
   * Subtotal less discount plus shipping.
   */
  total?: number
  /**
   * Address of the page.
   */
  page_url?: string | null
  /**
   * When the page was opened.
   */
  viewed_at: string
  [k: string]: unknown
}
export interface CustomerObject {
  /**
   * Id of the customer.
   */
  id: number | string
  /**
   * E-mail address, also the sign-in name.
   */
  email: string
  /**
   * Given name.
   */
  first_name?: string | null
  /**
   * Family name.
   */
  last_name?: string | null
  /**
   * Phone number, best in E.164 form (+441632960123).
   */
  phone?: string | null
  /**
   * Company that the customer buys for.
   */
  company?: string | null
  /**
   * The company's VAT number.
   */
  vat_number?: string | null
  /**
   * Language for mails and pages, a BCP 47 tag such as en-GB.
   */
  locale?: string | null
  /**
   * Price group of the customer.
   */
  customer_group?: string | null
  /**
   * Whether the customer agreed to advertising by e-mail.
   */
  accepts_marketing?: boolean
  /**
   * Address that the checkout fills in.
   */
  default_address?: {
    /**
     * Whom the address is for.
     */
    recipient_name?: string | null
    /**
     * Company at the address.
     */
    company?: string | null
    /**
     * Street and number.
     */
    line1: string
    /**
     * Flat, floor or building.
     */
    line2?: string | null
    /**
     * Town or city.
     */
    city: string
    /**
     * County, state or province.
     */
    region?: string | null
    /**
     * Postcode; null where a country has none.
     */
    postal_code?: string | null
    /**
     * ISO 3166-1 alpha-2 code of the country.
     */
    country_code: string
    [k: string]: unknown
  } | null
  /**
   * Orders placed so far.
   */
  orders_count?: number
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * Sum of all paid orders.
   */
  total_spent?: number
  /**
   * Labels that the store gave the customer.
   */
  tags?: string[]
  /**
   * When the customer registered.
   */
  created_at?: string
  /**
   * When the customer last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface SessionObject {
  /**
   * Id of the session.
   */
  id: number | string
  /**
   * Customer who is signed in; null for a guest.
   */
  customer_id?: (number | string) | null
  /**
   * IP address of the visitor.
   */
  ip_address?: string | null
  /**
   * ISO 3166-1 alpha-2 code of the country of the visitor.
   */
  country_code?: string | null
  /**
   * What the browser calls itself.
   */
  user_agent?: string | null
  /**
   * Kind of device.
   */
  device?: ('desktop' | 'mobile' | 'tablet') | null
  /**
   * Language of the browser, a BCP 47 tag such as en-GB.
   */
  locale?: string | null
  /**
   * First page of the visit.
   */
  landing_page?: string | null
  /**
   * Page that the visitor came from.
   */
  referrer?: string | null
  /**
   * Source of the campaign.
   */
  utm_source?: string | null
  /**
   * Medium of the campaign.
   */
  utm_medium?: string | null
  /**
   * Name of the campaign.
   */
  utm_campaign?: string | null
  /**
   * Click id of a Facebook advertisement.
   */
  fbclid?: string | null
  /**
   * Click id of a Google advertisement.
   */
  gclid?: string | null
  /**
   * When the visit began.
   */
  created_at?: string
  [k: string]: unknown
}
export interface NewsletterObject {
  /**
   * Id of the sign-up.
   */
  id: number | string
  /**
   * E-mail address that signed up.
   */
  email: string
  /**
   * Given name, if the form asks for it.
   */
  first_name?: string | null
  /**
   * Family name, if the form asks for it.
   */
  last_name?: string | null
  /**
   * Customer with this address; null if there is none.
   */
  customer_id?: (number | string) | null
  /**
   * Newsletter that was chosen.
   */
  list?: string | null
  /**
   * Whether the address was confirmed by mail.
   */
  status?: 'pending' | 'confirmed'
  /**
   * Where the sign-up happened, such as footer or checkout.
   */
  source?: string | null
  /**
   * Language of the newsletter, a BCP 47 tag such as en-GB.
   */
  locale?: string | null
  /**
   * IP address that gave the consent.
   */
  ip_address?: string | null
  /**
   * When the visitor signed up.
   */
  subscribed_at: string
  [k: string]: unknown
}
export interface ReturnObject {
  /**
   * Id of the return.
   */
  id: number | string
  /**
   * Return number that the customer writes on the parcel.
   */
  number?: string
  /**
   * Where the return stands.
   */
  status: 'requested' | 'approved' | 'received' | 'refunded' | 'rejected'
  /**
   * Order that the goods came with.
   */
  order_id: number | string
  /**
   * Number of that order.
   */
  order_number?: string
  /**
   * E-mail address of the customer.
   */
  customer_email?: string | null
  /**
   * Who sends the goods back.
   */
  customer?: {
    /**
     * Id of the person; null for a guest.
     */
    id?: (number | string) | null
    /**
     * Given name.
     */
    first_name?: string | null
    /**
     * Family name.
     */
    last_name?: string | null
    /**
     * E-mail address.
     */
    email?: string | null
    /**
     * Phone number, best in E.164 form (+441632960123).
     */
    phone?: string | null
    [k: string]: unknown
  } | null
  /**
   * Where the parcel is collected; null if it is sent in.
   */
  pickup_address?: {
    /**
     * Whom the address is for.
     */
    recipient_name?: string | null
    /**
     * Company at the address.
     */
    company?: string | null
    /**
     * Street and number.
     */
    line1: string
    /**
     * Flat, floor or building.
     */
    line2?: string | null
    /**
     * Town or city.
     */
    city: string
    /**
     * County, state or province.
     */
    region?: string | null
    /**
     * Postcode; null where a country has none.
     */
    postal_code?: string | null
    /**
     * ISO 3166-1 alpha-2 code of the country.
     */
    country_code: string
    [k: string]: unknown
  } | null
  /**
   * What comes back.
   */
  line_items: {
    /**
     * Id of the line.
     */
    id: number | string
    /**
     * Id of the product; null for a free line.
     */
    product_id?: (number | string) | null
    /**
     * Stock keeping unit as it was when the line was made.
     */
    sku?: string | null
    /**
     * Name of the product as the customer saw it.
     */
    name: string
    /**
     * How many pieces.
     */
    quantity: number
    /**
     * Price of one piece, tax included.
     */
    unit_price: number
    /**
     * Quantity times unit price.
     */
    total: number
    /**
     * Why the customer sends it back.
     */
    reason?: string | null
    [k: string]: unknown
  }[]
  /**
   * What the customer wants for it.
   */
  resolution?: ('refund' | 'exchange' | 'store_credit') | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * Sum of the line totals: what is paid back.
   */
  refund_total?: number
  /**
   * What the customer wrote.
   */
  comment?: string | null
  /**
   * When the return was requested.
   */
  created_at?: string
  /**
   * When the return last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface ContactObject {
  /**
   * Id of the contact.
   */
  id: number | string
  /**
   * Whether a person or a business rents.
   */
  type?: 'individual' | 'business'
  /**
   * Given name.
   */
  first_name?: string | null
  /**
   * Family name.
   */
  last_name?: string | null
  /**
   * E-mail address.
   */
  email?: string | null
  /**
   * Phone number, best in E.164 form (+441632960123).
   */
  phone?: string | null
  /**
   * Name of the business.
   */
  company?: string | null
  /**
   * Postal address.
   */
  address?: {
    /**
     * Whom the address is for.
     */
    recipient_name?: string | null
    /**
     * Company at the address.
     */
    company?: string | null
    /**
     * Street and number.
     */
    line1: string
    /**
     * Flat, floor or building.
     */
    line2?: string | null
    /**
     * Town or city.
     */
    city: string
    /**
     * County, state or province.
     */
    region?: string | null
    /**
     * Postcode; null where a country has none.
     */
    postal_code?: string | null
    /**
     * ISO 3166-1 alpha-2 code of the country.
     */
    country_code: string
    [k: string]: unknown
  } | null
  /**
   * How the contact came to the store, such as storefront or walk_in.
   */
  source?: string | null
  /**
   * Whether the contact agreed to advertising.
   */
  accepts_marketing?: boolean
  /**
   * Labels that the store gave the contact.
   */
  tags?: string[]
  /**
   * When the contact was created.
   */
  created_at?: string
  /**
   * When the contact last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface ContractObject {
  /**
   * Id of the contract.
   */
  id: number | string
  /**
   * Contract number on the document.
   */
  number?: string
  /**
   * Title of the document.
   */
  title?: string
  /**
   * Where the contract stands.
   */
  status: 'draft' | 'sent' | 'signed' | 'void'
  /**
   * Contact who rents.
   */
  contact_id?: (number | string) | null
  /**
   * Tenancy that the contract is about.
   */
  tenancy_id?: (number | string) | null
  /**
   * Unit that is rented.
   */
  unit_id?: (number | string) | null
  /**
   * Site of the unit.
   */
  site?: {
    /**
     * Id of the site.
     */
    id: number | string
    /**
     * Name of the site.
     */
    name: string
    [k: string]: unknown
  } | null
  /**
   * Who has to sign, in order.
   */
  signatories?: {
    /**
     * For whom the person signs.
     */
    role: 'tenant' | 'store'
    /**
     * Name of the person who signs.
     */
    full_name: string
    /**
     * Where the contract is sent for signing.
     */
    email?: string | null
    /**
     * When the person signed; null before.
     */
    signed_at?: string | null
    /**
     * IP address of the signature.
     */
    ip_address?: string | null
    [k: string]: unknown
  }[]
  /**
   * Where the document can be read, for those signed in.
   */
  document_url?: string | null
  /**
   * When the contract was sent for signing.
   */
  sent_at?: string | null
  /**
   * When the last signature was given.
   */
  signed_at?: string | null
  /**
   * When the contract was created.
   */
  created_at?: string
  /**
   * When the contract last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface CouponObject {
  /**
   * Id of the coupon.
   */
  id: number | string
  /**
   * What the customer types in.
   */
  code: string
  /**
   * Name of the coupon on documents.
   */
  name?: string | null
  /**
   * How the discount is reckoned.
   */
  discount_type: 'percentage' | 'fixed_amount'
  /**
   * Discount in per cent; null for a fixed amount.
   */
  percent_off?: number | null
  /**
   * Discount as an amount; null for a percentage.
   */
  amount_off?: number | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * What the coupon makes cheaper.
   */
  applies_to?: 'all' | 'products' | 'units'
  /**
   * How long a subscription keeps it.
   */
  duration?: 'once' | 'repeating' | 'forever'
  /**
   * Months of a repeating discount.
   */
  duration_months?: number | null
  /**
   * How often it may be used in all; null for no limit.
   */
  max_redemptions?: number | null
  /**
   * How often it was used.
   */
  times_redeemed?: number
  /**
   * Whether the coupon can be used now.
   */
  active?: boolean
  /**
   * First day of validity.
   */
  starts_on?: string | null
  /**
   * Last day of validity.
   */
  ends_on?: string | null
  /**
   * When the coupon was created.
   */
  created_at?: string
  /**
   * When the coupon last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface CreditNoteObject {
  /**
   * Id of the credit note.
   */
  id: number | string
  /**
   * Number on the document.
   */
  number?: string
  /**
   * Where the credit note stands.
   */
  status: 'draft' | 'issued' | 'refunded' | 'void'
  /**
   * Why money is given back, such as early_move_out or goodwill.
   */
  reason?: string | null
  /**
   * Invoice that it corrects.
   */
  invoice_id?: (number | string) | null
  /**
   * Number of that invoice.
   */
  invoice_number?: string | null
  /**
   * Contact who is credited.
   */
  contact_id?: (number | string) | null
  /**
   * Where the document is sent.
   */
  customer_email?: string | null
  /**
   * Who is credited.
   */
  customer?: {
    /**
     * Id of the person; null for a guest.
     */
    id?: (number | string) | null
    /**
     * Given name.
     */
    first_name?: string | null
    /**
     * Family name.
     */
    last_name?: string | null
    /**
     * E-mail address.
     */
    email?: string | null
    /**
     * Phone number, best in E.164 form (+441632960123).
     */
    phone?: string | null
    [k: string]: unknown
  } | null
  /**
   * Address on the document.
   */
  billing_address?: {
    /**
     * Whom the address is for.
     */
    recipient_name?: string | null
    /**
     * Company at the address.
     */
    company?: string | null
    /**
     * Street and number.
     */
    line1: string
    /**
     * Flat, floor or building.
     */
    line2?: string | null
    /**
     * Town or city.
     */
    city: string
    /**
     * County, state or province.
     */
    region?: string | null
    /**
     * Postcode; null where a country has none.
     */
    postal_code?: string | null
    /**
     * ISO 3166-1 alpha-2 code of the country.
     */
    country_code: string
    [k: string]: unknown
  } | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * What is credited, in positive amounts.
   */
  lines?: {
    /**
     * Id of the line.
     */
    id: number | string
    /**
     * What is charged or credited.
     */
    description: string
    /**
     * How many.
     */
    quantity: number
    /**
     * Price of one, tax included.
     */
    unit_price: number
    /**
     * Tax rate in per cent that the price includes.
     */
    tax_rate?: number | null
    /**
     * Quantity times unit price.
     */
    total: number
    [k: string]: unknown
  }[]
  /**
   * Tax contained in the total.
   */
  tax_total?: number
  /**
   * Sum of the line totals: what is given back.
   */
  total: number
  /**
   * Remark printed on the document.
   */
  memo?: string | null
  /**
   * Date of the document.
   */
  issued_on?: string | null
  /**
   * When the credit note was created.
   */
  created_at?: string
  /**
   * When the credit note last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface DealObject {
  /**
   * Id of the deal.
   */
  id: number | string
  /**
   * Title of the deal; it often names the lead.
   */
  title?: string
  /**
   * Whether the deal is open, won or lost.
   */
  status: 'open' | 'won' | 'lost'
  /**
   * Stage of the sales pipeline.
   */
  stage?: string | null
  /**
   * The lead.
   */
  contact?: {
    /**
     * Id of the person; null for a guest.
     */
    id?: (number | string) | null
    /**
     * Given name.
     */
    first_name?: string | null
    /**
     * Family name.
     */
    last_name?: string | null
    /**
     * E-mail address.
     */
    email?: string | null
    /**
     * Phone number, best in E.164 form (+441632960123).
     */
    phone?: string | null
    [k: string]: unknown
  } | null
  /**
   * Site that the lead asked for.
   */
  site?: {
    /**
     * Id of the site.
     */
    id: number | string
    /**
     * Name of the site.
     */
    name: string
    [k: string]: unknown
  } | null
  /**
   * Unit type that the lead asked for.
   */
  unit_type_id?: (number | string) | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * Rent per month if the deal is won.
   */
  monthly_value?: number | null
  /**
   * Day on which the lead wants to move in.
   */
  expected_move_in_on?: string | null
  /**
   * How the lead came, such as phone, storefront or referral.
   */
  source?: string | null
  /**
   * Who looks after the deal.
   */
  owner?: {
    /**
     * Id of the member of staff.
     */
    id: number | string
    /**
     * Name of the member of staff.
     */
    full_name: string
    /**
     * Work e-mail address.
     */
    email?: string | null
    [k: string]: unknown
  } | null
  /**
   * Why the deal was lost.
   */
  lost_reason?: string | null
  /**
   * When the deal was won.
   */
  won_at?: string | null
  /**
   * When the deal was lost.
   */
  lost_at?: string | null
  /**
   * When the deal was created.
   */
  created_at?: string
  /**
   * When the deal last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface IdentityVerificationObject {
  /**
   * Id of the verification.
   */
  id: number | string
  /**
   * Where the verification stands.
   */
  status: 'processing' | 'succeeded' | 'failed' | 'cancelled'
  /**
   * Contact who is verified.
   */
  contact_id?: (number | string) | null
  /**
   * Where the link to the verification was sent.
   */
  email?: string | null
  /**
   * Given name as on the document.
   */
  first_name?: string | null
  /**
   * Family name as on the document.
   */
  last_name?: string | null
  /**
   * Date of birth as on the document.
   */
  date_of_birth?: string | null
  /**
   * Service that does the verification.
   */
  provider?: string | null
  /**
   * Kind of document that was shown.
   */
  document_type?: ('passport' | 'driving_licence' | 'identity_card') | null
  /**
   * ISO 3166-1 alpha-2 code of the issuing country.
   */
  document_country_code?: string | null
  /**
   * Why it failed, as a word for programs.
   */
  failure_code?: string | null
  /**
   * Why it failed, as a sentence for people.
   */
  failure_message?: string | null
  /**
   * When the document was handed in.
   */
  submitted_at?: string | null
  /**
   * When it succeeded, failed or was cancelled.
   */
  finished_at?: string | null
  /**
   * When the verification was asked for.
   */
  created_at?: string
  /**
   * When the verification last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface InvoiceObject {
  /**
   * Id of the invoice.
   */
  id: number | string
  /**
   * Invoice number; null for a draft.
   */
  number?: string | null
  /**
   * Where the invoice stands; open means final and unpaid.
   */
  status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void'
  /**
   * Contact who has to pay.
   */
  contact_id?: (number | string) | null
  /**
   * Where the invoice is sent.
   */
  customer_email?: string | null
  /**
   * Who has to pay.
   */
  customer?: {
    /**
     * Id of the person; null for a guest.
     */
    id?: (number | string) | null
    /**
     * Given name.
     */
    first_name?: string | null
    /**
     * Family name.
     */
    last_name?: string | null
    /**
     * E-mail address.
     */
    email?: string | null
    /**
     * Phone number, best in E.164 form (+441632960123).
     */
    phone?: string | null
    [k: string]: unknown
  } | null
  /**
   * Address on the invoice.
   */
  billing_address?: {
    /**
     * Whom the address is for.
     */
    recipient_name?: string | null
    /**
     * Company at the address.
     */
    company?: string | null
    /**
     * Street and number.
     */
    line1: string
    /**
     * Flat, floor or building.
     */
    line2?: string | null
    /**
     * Town or city.
     */
    city: string
    /**
     * County, state or province.
     */
    region?: string | null
    /**
     * Postcode; null where a country has none.
     */
    postal_code?: string | null
    /**
     * ISO 3166-1 alpha-2 code of the country.
     */
    country_code: string
    [k: string]: unknown
  } | null
  /**
   * Subscription that it bills.
   */
  subscription_id?: (number | string) | null
  /**
   * Order that it bills.
   */
  order_id?: (number | string) | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * What is billed.
   */
  lines?: {
    /**
     * Id of the line.
     */
    id: number | string
    /**
     * What is charged or credited.
     */
    description: string
    /**
     * How many.
     */
    quantity: number
    /**
     * Price of one, tax included.
     */
    unit_price: number
    /**
     * Tax rate in per cent that the price includes.
     */
    tax_rate?: number | null
    /**
     * Quantity times unit price.
     */
    total: number
    /**
     * First day that the line is for.
     */
    period_start_on?: string | null
    /**
     * Last day that the line is for.
     */
    period_end_on?: string | null
    [k: string]: unknown
  }[]
  /**
   * Sum of the line totals.
   */
  subtotal?: number
  /**
   * Discount taken off the subtotal.
   */
  discount_total?: number
  /**
   * Tax contained in the total.
   */
  tax_total?: number
  /**
   * Subtotal less discount: what the invoice asks for.
   */
  total: number
  /**
   * What was paid so far.
   */
  amount_paid?: number
  /**
   * Total less what was paid.
   */
  amount_due?: number
  /**
   * How it is paid, such as direct_debit or card.
   */
  payment_method?: string | null
  /**
   * Remark printed on the invoice.
   */
  memo?: string | null
  /**
   * Where the invoice can be read as PDF, for those signed in.
   */
  document_url?: string | null
  /**
   * Date of the invoice; null for a draft.
   */
  issued_on?: string | null
  /**
   * Day by which it has to be paid.
   */
  due_on?: string | null
  /**
   * When the invoice became final.
   */
  finalized_at?: string | null
  /**
   * When it was paid in full.
   */
  paid_at?: string | null
  /**
   * When the store gave up on it.
   */
  marked_uncollectible_at?: string | null
  /**
   * When the draft was made.
   */
  created_at?: string
  /**
   * When the invoice last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface NoteObject {
  /**
   * Id of the note.
   */
  id: number | string
  /**
   * Text of the note.
   */
  body: string
  /**
   * What the note is about.
   */
  subject?: {
    /**
     * Kind of object, such as contact, tenancy, unit or order.
     */
    type: string
    /**
     * Id of the object.
     */
    id: number | string
    [k: string]: unknown
  } | null
  /**
   * Who wrote the note.
   */
  author?: {
    /**
     * Id of the member of staff.
     */
    id: number | string
    /**
     * Name of the member of staff.
     */
    full_name: string
    /**
     * Work e-mail address.
     */
    email?: string | null
    [k: string]: unknown
  } | null
  /**
   * Whether the note stays on top.
   */
  pinned?: boolean
  /**
   * When the note was written.
   */
  created_at?: string
  /**
   * When the note last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface ProtectionLevelObject {
  /**
   * Id of the protection level.
   */
  id: number | string
  /**
   * Name that tenants see.
   */
  name: string
  /**
   * What is covered, in a few words.
   */
  description?: string | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * Value of the goods that is covered at most.
   */
  coverage_limit: number
  /**
   * Price for one billing period, tax included.
   */
  price: number
  /**
   * How often the price is due.
   */
  billing_period?: 'weekly' | 'monthly' | 'yearly'
  /**
   * Tax rate in per cent that the price includes.
   */
  tax_rate?: number | null
  /**
   * Place in the list that tenants choose from, from 1.
   */
  position?: number
  /**
   * Whether new tenants can choose it.
   */
  active?: boolean
  /**
   * When the protection level was created.
   */
  created_at?: string
  /**
   * When the protection level last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface SubscriptionObject {
  /**
   * Id of the subscription.
   */
  id: number | string
  /**
   * Where the subscription stands.
   */
  status: 'pending' | 'active' | 'cancelled' | 'ended'
  /**
   * Contact who pays.
   */
  contact_id?: (number | string) | null
  /**
   * Where the invoices are sent.
   */
  customer_email?: string | null
  /**
   * Who pays.
   */
  customer?: {
    /**
     * Id of the person; null for a guest.
     */
    id?: (number | string) | null
    /**
     * Given name.
     */
    first_name?: string | null
    /**
     * Family name.
     */
    last_name?: string | null
    /**
     * E-mail address.
     */
    email?: string | null
    /**
     * Phone number, best in E.164 form (+441632960123).
     */
    phone?: string | null
    [k: string]: unknown
  } | null
  /**
   * Tenancy that is paid for.
   */
  tenancy_id?: (number | string) | null
  /**
   * Unit that is rented.
   */
  unit_id?: (number | string) | null
  /**
   * Protection level that was chosen.
   */
  protection_level_id?: (number | string) | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * What each billing period costs.
   */
  lines?: {
    /**
     * Id of the line.
     */
    id: number | string
    /**
     * What is charged or credited.
     */
    description: string
    /**
     * How many.
     */
    quantity: number
    /**
     * Price of one, tax included.
     */
    unit_price: number
    /**
     * Tax rate in per cent that the price includes.
     */
    tax_rate?: number | null
    /**
     * Quantity times unit price.
     */
    total: number
    [k: string]: unknown
  }[]
  /**
   * Sum of the line totals: the price of one billing period.
   */
  total?: number
  /**
   * How often it is billed.
   */
  billing_period?: 'weekly' | 'monthly' | 'yearly'
  /**
   * How it is paid, such as direct_debit or card.
   */
  payment_method?: string | null
  /**
   * First day that is billed.
   */
  start_on?: string | null
  /**
   * First day of the billing period under way.
   */
  current_period_start_on?: string | null
  /**
   * Last day of the billing period under way.
   */
  current_period_end_on?: string | null
  /**
   * Last day, once the subscription is cancelled.
   */
  end_on?: string | null
  /**
   * Why it was cancelled.
   */
  cancel_reason?: string | null
  /**
   * When it started.
   */
  started_at?: string | null
  /**
   * When notice was given.
   */
  cancelled_at?: string | null
  /**
   * When it ended.
   */
  ended_at?: string | null
  /**
   * When the subscription was created.
   */
  created_at?: string
  /**
   * When the subscription last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface TaskObject {
  /**
   * Id of the task.
   */
  id: number | string
  /**
   * What is to be done.
   */
  title: string
  /**
   * Details of the task.
   */
  body?: string | null
  /**
   * Whether the task is done.
   */
  status: 'open' | 'completed'
  /**
   * How urgent the task is.
   */
  priority?: 'low' | 'normal' | 'high'
  /**
   * Day by which it should be done.
   */
  due_on?: string | null
  /**
   * Who is to do it; null if nobody yet.
   */
  assignee?: {
    /**
     * Id of the member of staff.
     */
    id: number | string
    /**
     * Name of the member of staff.
     */
    full_name: string
    /**
     * Work e-mail address.
     */
    email?: string | null
    [k: string]: unknown
  } | null
  /**
   * What the task is about.
   */
  subject?: {
    /**
     * Kind of object, such as contact, tenancy, unit or order.
     */
    type: string
    /**
     * Id of the object.
     */
    id: number | string
    [k: string]: unknown
  } | null
  /**
   * When the task was done.
   */
  completed_at?: string | null
  /**
   * When the task was created.
   */
  created_at?: string
  /**
   * When the task last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface TenancyObject {
  /**
   * Id of the tenancy.
   */
  id: number | string
  /**
   * Where the tenancy stands.
   */
  status: 'upcoming' | 'active' | 'ended'
  /**
   * The tenant.
   */
  contact?: {
    /**
     * Id of the person; null for a guest.
     */
    id?: (number | string) | null
    /**
     * Given name.
     */
    first_name?: string | null
    /**
     * Family name.
     */
    last_name?: string | null
    /**
     * E-mail address.
     */
    email?: string | null
    /**
     * Phone number, best in E.164 form (+441632960123).
     */
    phone?: string | null
    [k: string]: unknown
  } | null
  /**
   * Site of the unit.
   */
  site?: {
    /**
     * Id of the site.
     */
    id: number | string
    /**
     * Name of the site.
     */
    name: string
    [k: string]: unknown
  } | null
  /**
   * Unit that is rented.
   */
  unit_id?: (number | string) | null
  /**
   * Number on the door of the unit.
   */
  unit_number?: string | null
  /**
   * Subscription that pays for it.
   */
  subscription_id?: (number | string) | null
  /**
   * Contract that was signed for it.
   */
  contract_id?: (number | string) | null
  /**
   * Protection level that was chosen.
   */
  protection_level_id?: (number | string) | null
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * Rent for one billing period, tax included.
   */
  rent?: number
  /**
   * Deposit that is held.
   */
  deposit?: number | null
  /**
   * First day of the tenancy.
   */
  move_in_on?: string | null
  /**
   * Last day, once it is known.
   */
  move_out_on?: string | null
  /**
   * When the tenancy started.
   */
  started_at?: string | null
  /**
   * When the tenancy was created.
   */
  created_at?: string
  /**
   * When the tenancy last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface UnitObject {
  /**
   * Id of the unit.
   */
  id: number | string
  /**
   * Number on the door.
   */
  number: string
  /**
   * Whether and how the unit is in use.
   */
  status: 'available' | 'reserved' | 'occupied' | 'overlocked' | 'repossessed' | 'unavailable'
  /**
   * Status before the change; null for a new unit.
   */
  previous_status?:
    ('available' | 'reserved' | 'occupied' | 'overlocked' | 'repossessed' | 'unavailable') | null
  /**
   * Why the unit is overlocked, repossessed or unavailable.
   */
  status_reason?: string | null
  /**
   * When the status changed.
   */
  status_changed_at?: string | null
  /**
   * Site of the unit.
   */
  site?: {
    /**
     * Id of the site.
     */
    id: number | string
    /**
     * Name of the site.
     */
    name: string
    [k: string]: unknown
  } | null
  /**
   * Unit type.
   */
  unit_type_id?: (number | string) | null
  /**
   * Floor or area of the site.
   */
  floor?: string | null
  /**
   * Width in millimetres.
   */
  width_mm?: number | null
  /**
   * Depth in millimetres.
   */
  depth_mm?: number | null
  /**
   * Height in millimetres.
   */
  height_mm?: number | null
  /**
   * What sets the unit apart, such as drive_up or heated.
   */
  features?: string[]
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * Rent per month, tax included.
   */
  price?: number | null
  /**
   * Contact who reserved or rents it.
   */
  contact_id?: (number | string) | null
  /**
   * Tenancy that it belongs to now.
   */
  tenancy_id?: (number | string) | null
  /**
   * When the unit was created.
   */
  created_at?: string
  /**
   * When the unit last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface UnitTypeObject {
  /**
   * Id of the unit type.
   */
  id: number | string
  /**
   * Name that customers see.
   */
  name: string
  /**
   * Short code on plans and price lists.
   */
  code?: string | null
  /**
   * What fits into such a unit.
   */
  description?: string | null
  /**
   * Site that offers it; null for all sites.
   */
  site?: {
    /**
     * Id of the site.
     */
    id: number | string
    /**
     * Name of the site.
     */
    name: string
    [k: string]: unknown
  } | null
  /**
   * Floor area in square feet.
   */
  area_square_feet?: number | null
  /**
   * Width in millimetres.
   */
  width_mm?: number | null
  /**
   * Depth in millimetres.
   */
  depth_mm?: number | null
  /**
   * Height in millimetres.
   */
  height_mm?: number | null
  /**
   * What all such units have, such as drive_up or heated.
   */
  features?: string[]
  /**
   * ISO 4217 code of the currency of all amounts of this object, which are in its minor units.
   */
  currency?: string
  /**
   * Rent per month, tax included.
   */
  price: number
  /**
   * How many units of this type there are.
   */
  units_total?: number
  /**
   * How many of them are free to let.
   */
  units_available?: number
  /**
   * Whether customers can book it.
   */
  active?: boolean
  /**
   * When the unit type was created.
   */
  created_at?: string
  /**
   * When the unit type last changed.
   */
  updated_at?: string
  [k: string]: unknown
}
export interface ListEventsQuery {
  /**
   * How many to answer.
   */
  limit?: number
  /**
   * The `meta.next_cursor` of the page before.
   */
  after?: string
  /**
   * Those that were stored at this time or later.
   */
  since?: string
  /**
   * Those that were stored before this time.
   */
  until?: string
  /**
   * `desc`: the newest first; `asc`: the oldest first.
   */
  order?: 'asc' | 'desc'
}
export interface ListWebhookEndpointsQuery {
  /**
   * How many to answer.
   */
  limit?: number
  /**
   * The `meta.next_cursor` of the page before.
   */
  after?: string
}
export interface GetEndpointStatisticsQuery {
  /**
   * How many of the store’s local days, today included.
   */
  days?: number
}
export interface ListDeliveriesQuery {
  /**
   * Those to this endpoint.
   */
  endpoint_id?: string
  /**
   * Those of this event type.
   */
  event_type?: string
  /**
   * Those in this state.
   */
  status?: 'pending' | 'retrying' | 'delivered' | 'failed' | 'cancelled'
  /**
   * Those whose last attempt was answered with this status.
   */
  http_status?: number
  /**
   * Those whose last attempt failed so.
   */
  error?:
    | 'dns_error'
    | 'connection_refused'
    | 'connection_reset'
    | 'connection_closed'
    | 'connect_timeout'
    | 'timeout'
    | 'tls_error'
    | 'blocked_address'
    | 'redirect'
    | 'http_error'
    | 'invalid_response'
    | 'placeholder_error'
    | 'smtp_error'
    | 'sender_lost'
    | 'expired'
    | 'endpoint_deleted'
    | 'endpoint_disabled'
  /**
   * Those that began at this time or later.
   */
  since?: string
  /**
   * Those that began before this time.
   */
  until?: string
  /**
   * An exact id of an event, delivery or endpoint; else an id or e-mail address in the event’s data; else part of an endpoint’s URL or address.
   */
  q?: string
  /**
   * Those of this bulk resend or catch-up.
   */
  resend_id?: string
  /**
   * How many to answer.
   */
  limit?: number
  /**
   * The `meta.next_cursor` of the page before.
   */
  after?: string
}
export interface GetStatisticsQuery {
  /**
   * How many of the store’s local days, today included.
   */
  days?: number
  /**
   * Of this endpoint alone.
   */
  endpoint_id?: string
  /**
   * Of this event type alone.
   */
  event_type?: string
}
export interface ListV1WebhooksQuery {
  /**
   * How many to answer.
   */
  limit?: number
  /**
   * Which page of so many.
   */
  page?: number
  /**
   * By which time they are sorted.
   */
  sort_field?: 'created_at' | 'updated_at'
  /**
   * In which order.
   */
  sort_order?: 'ASC' | 'DESC'
}
export interface UpdateV1WebhookQuery {
  /**
   * Of the webhook.
   */
  id: string
}
export interface DeleteV1WebhookQuery {
  /**
   * Of the webhook.
   */
  id: string
}

export interface components {
  schemas: {
    Problem: Problem
    FieldError: FieldError
    EventListAnswer: EventListAnswer
    Event: Event
    EventId: EventId
    ListMeta: ListMeta
    Curie: Curie
    EventOrEventsAnswer: EventOrEventsAnswer
    EventAnswer: EventAnswer
    Meta: Meta
    EventsAnswer: EventsAnswer
    NewEventOrEvents: NewEventOrEvents
    NewEvent: NewEvent
    NewEvents: NewEvents
    EventDetail: EventDetail
    Delivery: Delivery
    DeliveryId: DeliveryId
    EndpointId: EndpointId
    DeliveryStatus: DeliveryStatus
    Trigger: Trigger
    ErrorKind: ErrorKind
    EndpointsAnswer: EndpointsAnswer
    Endpoint: Endpoint
    EventFilter: EventFilter
    EndpointWithSecretAnswer: EndpointWithSecretAnswer
    EndpointWithSecret: EndpointWithSecret
    NewEndpoint: NewEndpoint
    EndpointAnswer: EndpointAnswer
    EndpointChanges: EndpointChanges
    SecretRotation: SecretRotation
    DeliveryAnswer: DeliveryAnswer
    TestSend: TestSend
    ResendAnswer: ResendAnswer
    Resend: Resend
    ResendId: ResendId
    NewCatchUp: NewCatchUp
    StatisticsAnswer: StatisticsAnswer
    Statistics: Statistics
    EventTypesAnswer: EventTypesAnswer
    EventType: EventType
    EventTypeAnswer: EventTypeAnswer
    NewEventType: NewEventType
    EventTypeChanges: EventTypeChanges
    DeliveriesAnswer: DeliveriesAnswer
    DeliveryDetail: DeliveryDetail
    Attempt: Attempt
    NewResend: NewResend
    ResendFilter: ResendFilter
    V1Webhooks: V1Webhooks
    V1Webhook: V1Webhook
    V1Error: V1Error
    V1Created: V1Created
    V1NewWebhook: V1NewWebhook
    V1Success: V1Success
    V1WebhookChanges: V1WebhookChanges
    Healthy: Healthy
    Unhealthy: Unhealthy
    DrainReport: DrainReport
    OpenApiDocument: OpenApiDocument
    Payload: Payload
    OrderObject: OrderObject
    OrderCreatedPayload: OrderCreatedPayload
    OrderUpdatedPayload: OrderUpdatedPayload
    OrderCompletedPayload: OrderCompletedPayload
    OrderFinalizedPayload: OrderFinalizedPayload
    OrderPickedPayload: OrderPickedPayload
    OrderPackedPayload: OrderPackedPayload
    OrderShippedPayload: OrderShippedPayload
    OrderCancelledPayload: OrderCancelledPayload
    OrderStatusChangedPayload: OrderStatusChangedPayload
    OrderPaidPayload: OrderPaidPayload
    OrderApprovedPayload: OrderApprovedPayload
    ProductObject: ProductObject
    ProductCreatedPayload: ProductCreatedPayload
    ProductUpdatedPayload: ProductUpdatedPayload
    ProductDeletedPayload: ProductDeletedPayload
    CategoryObject: CategoryObject
    CategoryCreatedPayload: CategoryCreatedPayload
    CategoryUpdatedPayload: CategoryUpdatedPayload
    CategoryDeletedPayload: CategoryDeletedPayload
    StockObject: StockObject
    StockReceivedPayload: StockReceivedPayload
    StockAdjustedPayload: StockAdjustedPayload
    StockTransferredPayload: StockTransferredPayload
    StockLowPayload: StockLowPayload
    InventoryObject: InventoryObject
    InventoryChangedPayload: InventoryChangedPayload
    CartObject: CartObject
    CartItemAddedPayload: CartItemAddedPayload
    CartUpdatedPayload: CartUpdatedPayload
    CheckoutObject: CheckoutObject
    CheckoutCartViewedPayload: CheckoutCartViewedPayload
    CheckoutAddressViewedPayload: CheckoutAddressViewedPayload
    CheckoutShippingViewedPayload: CheckoutShippingViewedPayload
    CheckoutApprovalViewedPayload: CheckoutApprovalViewedPayload
    CheckoutThankYouViewedPayload: CheckoutThankYouViewedPayload
    CustomerObject: CustomerObject
    CustomerCreatedPayload: CustomerCreatedPayload
    SessionObject: SessionObject
    SessionCreatedPayload: SessionCreatedPayload
    NewsletterObject: NewsletterObject
    NewsletterSubscribedPayload: NewsletterSubscribedPayload
    ReturnObject: ReturnObject
    ReturnCreatedPayload: ReturnCreatedPayload
    ContactObject: ContactObject
    ContactCreatedPayload: ContactCreatedPayload
    ContactUpdatedPayload: ContactUpdatedPayload
    ContractObject: ContractObject
    ContractCreatedPayload: ContractCreatedPayload
    ContractSignedPayload: ContractSignedPayload
    CouponObject: CouponObject
    CouponCreatedPayload: CouponCreatedPayload
    CouponUpdatedPayload: CouponUpdatedPayload
    CreditNoteObject: CreditNoteObject
    CreditNoteCreatedPayload: CreditNoteCreatedPayload
    CreditNoteUpdatedPayload: CreditNoteUpdatedPayload
    DealObject: DealObject
    DealCreatedPayload: DealCreatedPayload
    DealLostPayload: DealLostPayload
    DealReopenedPayload: DealReopenedPayload
    DealUpdatedPayload: DealUpdatedPayload
    DealWonPayload: DealWonPayload
    IdentityVerificationObject: IdentityVerificationObject
    IdentityVerificationCancelledPayload: IdentityVerificationCancelledPayload
    IdentityVerificationFailedPayload: IdentityVerificationFailedPayload
    IdentityVerificationProcessingPayload: IdentityVerificationProcessingPayload
    IdentityVerificationSucceededPayload: IdentityVerificationSucceededPayload
    InvoiceObject: InvoiceObject
    InvoiceCreatedPayload: InvoiceCreatedPayload
    InvoiceFinalizedPayload: InvoiceFinalizedPayload
    InvoiceMarkedUncollectiblePayload: InvoiceMarkedUncollectiblePayload
    InvoicePaidPayload: InvoicePaidPayload
    InvoiceUpdatedPayload: InvoiceUpdatedPayload
    NoteObject: NoteObject
    NoteCreatedPayload: NoteCreatedPayload
    NoteUpdatedPayload: NoteUpdatedPayload
    ProtectionLevelObject: ProtectionLevelObject
    ProtectionLevelCreatedPayload: ProtectionLevelCreatedPayload
    ProtectionLevelUpdatedPayload: ProtectionLevelUpdatedPayload
    SubscriptionObject: SubscriptionObject
    SubscriptionCancelledPayload: SubscriptionCancelledPayload
    SubscriptionCreatedPayload: SubscriptionCreatedPayload
    SubscriptionEndedPayload: SubscriptionEndedPayload
    SubscriptionStartedPayload: SubscriptionStartedPayload
    TaskObject: TaskObject
    TaskCompletedPayload: TaskCompletedPayload
    TaskCreatedPayload: TaskCreatedPayload
    TaskReopenedPayload: TaskReopenedPayload
    TaskUpdatedPayload: TaskUpdatedPayload
    TenancyObject: TenancyObject
    TenancyCreatedPayload: TenancyCreatedPayload
    TenancyStartedPayload: TenancyStartedPayload
    UnitObject: UnitObject
    UnitAvailablePayload: UnitAvailablePayload
    UnitCreatedPayload: UnitCreatedPayload
    UnitDeallocatedPayload: UnitDeallocatedPayload
    UnitOccupiedPayload: UnitOccupiedPayload
    UnitOverlockedPayload: UnitOverlockedPayload
    UnitRepossessedPayload: UnitRepossessedPayload
    UnitReservedPayload: UnitReservedPayload
    UnitUnavailablePayload: UnitUnavailablePayload
    UnitUpdatedPayload: UnitUpdatedPayload
    UnitTypeObject: UnitTypeObject
    UnitTypeCreatedPayload: UnitTypeCreatedPayload
    UnitTypeUpdatedPayload: UnitTypeUpdatedPayload
  }
}

export interface paths {
  '/2025-09/events': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listEvents']
    put?: never
    post: operations['reportEvents']
    delete?: never
    patch?: never
  }
  '/2025-09/events/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getEvent']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/2025-09/webhook_endpoints': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listWebhookEndpoints']
    put?: never
    post: operations['createWebhookEndpoint']
    delete?: never
    patch?: never
  }
  '/2025-09/webhook_endpoints/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getWebhookEndpoint']
    put?: never
    post?: never
    delete: operations['deleteWebhookEndpoint']
    patch: operations['updateWebhookEndpoint']
  }
  '/2025-09/webhook_endpoints/{id}/rotate_secret': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['rotateSecret']
    delete?: never
    patch?: never
  }
  '/2025-09/webhook_endpoints/{id}/test': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['sendTestEvent']
    delete?: never
    patch?: never
  }
  '/2025-09/webhook_endpoints/{id}/catch_up': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['catchUp']
    delete?: never
    patch?: never
  }
  '/2025-09/webhook_endpoints/{id}/statistics': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getEndpointStatistics']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/2025-09/event_types': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listEventTypes']
    put?: never
    post: operations['createEventType']
    delete?: never
    patch?: never
  }
  '/2025-09/event_types/{name}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getEventType']
    put?: never
    post?: never
    delete: operations['archiveEventType']
    patch: operations['updateEventType']
  }
  '/2025-09/deliveries': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listDeliveries']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/2025-09/deliveries/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getDelivery']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/2025-09/deliveries/{id}/resend': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['resendDelivery']
    delete?: never
    patch?: never
  }
  '/2025-09/resends': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['startResend']
    delete?: never
    patch?: never
  }
  '/2025-09/resends/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getResend']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/2025-09/resends/{id}/cancel': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['cancelResend']
    delete?: never
    patch?: never
  }
  '/2025-09/statistics': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getStatistics']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/v1/webhooks': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listV1Webhooks']
    put: operations['updateV1Webhook']
    post: operations['createV1Webhook']
    delete: operations['deleteV1Webhook']
    patch?: never
  }
  '/api/health': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getHealth']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/metrics': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getMetrics']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/api/cron/deliveries': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['drainDeliveriesByGet']
    put?: never
    post: operations['drainDeliveries']
    delete?: never
    patch?: never
  }
  '/api/openapi.json': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['getOpenApiDocument']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
}

export interface operations {
  listEvents: {
    parameters: {
      query?: ListEventsQuery
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EventListAnswer } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  reportEvents: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path?: never
      cookie?: never
    }
    requestBody: { content: { 'application/json': NewEventOrEvents } }
    responses: {
      202: { headers: { [name: string]: unknown }; content: { 'application/json': EventOrEventsAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  getEvent: {
    parameters: {
      query?: never
      header?: never
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EventDetail } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  listWebhookEndpoints: {
    parameters: {
      query?: ListWebhookEndpointsQuery
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EndpointsAnswer } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  createWebhookEndpoint: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path?: never
      cookie?: never
    }
    requestBody: { content: { 'application/json': NewEndpoint } }
    responses: {
      201: { headers: { [name: string]: unknown }; content: { 'application/json': EndpointWithSecretAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  getWebhookEndpoint: {
    parameters: {
      query?: never
      header?: { 'If-None-Match'?: string }
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EndpointAnswer } }
      304: { headers: { [name: string]: unknown }; content?: never }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  deleteWebhookEndpoint: {
    parameters: {
      query?: never
      header?: { 'If-Match'?: string }
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      204: { headers: { [name: string]: unknown }; content?: never }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      412: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  updateWebhookEndpoint: {
    parameters: {
      query?: never
      header?: { 'If-Match'?: string }
      path: { 'id': string }
      cookie?: never
    }
    requestBody: { content: { 'application/json': EndpointChanges } }
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EndpointAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      412: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  rotateSecret: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string; 'If-Match'?: string }
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: { content: { 'application/json': SecretRotation } }
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EndpointWithSecretAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      412: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  sendTestEvent: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: { content: { 'application/json': TestSend } }
    responses: {
      202: { headers: { [name: string]: unknown }; content: { 'application/json': DeliveryAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  catchUp: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: { content: { 'application/json': NewCatchUp } }
    responses: {
      202: { headers: { [name: string]: unknown }; content: { 'application/json': ResendAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  getEndpointStatistics: {
    parameters: {
      query?: GetEndpointStatisticsQuery
      header?: never
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': StatisticsAnswer } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  listEventTypes: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EventTypesAnswer } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  createEventType: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path?: never
      cookie?: never
    }
    requestBody: { content: { 'application/json': NewEventType } }
    responses: {
      201: { headers: { [name: string]: unknown }; content: { 'application/json': EventTypeAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  getEventType: {
    parameters: {
      query?: never
      header?: never
      path: { 'name': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EventTypeAnswer } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  archiveEventType: {
    parameters: {
      query?: never
      header?: never
      path: { 'name': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      204: { headers: { [name: string]: unknown }; content?: never }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  updateEventType: {
    parameters: {
      query?: never
      header?: never
      path: { 'name': string }
      cookie?: never
    }
    requestBody: { content: { 'application/json': EventTypeChanges } }
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': EventTypeAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  listDeliveries: {
    parameters: {
      query?: ListDeliveriesQuery
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': DeliveriesAnswer } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  getDelivery: {
    parameters: {
      query?: never
      header?: never
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': DeliveryDetail } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  resendDelivery: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      202: { headers: { [name: string]: unknown }; content: { 'application/json': DeliveryAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  startResend: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path?: never
      cookie?: never
    }
    requestBody: { content: { 'application/json': NewResend } }
    responses: {
      202: { headers: { [name: string]: unknown }; content: { 'application/json': ResendAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  getResend: {
    parameters: {
      query?: never
      header?: never
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': ResendAnswer } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  cancelResend: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path: { 'id': string }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': ResendAnswer } }
      400: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      409: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      413: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      415: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  getStatistics: {
    parameters: {
      query?: GetStatisticsQuery
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': StatisticsAnswer } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      403: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      404: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      422: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      429: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  listV1Webhooks: {
    parameters: {
      query?: ListV1WebhooksQuery
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': V1Webhooks } }
      401: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      403: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      422: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      429: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      503: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
    }
  }
  updateV1Webhook: {
    parameters: {
      query: UpdateV1WebhookQuery
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: { 'application/json': V1WebhookChanges } }
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': V1Success } }
      400: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      401: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      403: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      404: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      413: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      415: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      422: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      429: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      503: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
    }
  }
  createV1Webhook: {
    parameters: {
      query?: never
      header?: { 'Idempotency-Key'?: string }
      path?: never
      cookie?: never
    }
    requestBody: { content: { 'application/json': V1NewWebhook } }
    responses: {
      201: { headers: { [name: string]: unknown }; content: { 'application/json': V1Created } }
      400: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      401: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      403: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      404: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      409: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      413: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      415: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      422: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      429: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      503: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
    }
  }
  deleteV1Webhook: {
    parameters: {
      query: DeleteV1WebhookQuery
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': V1Success } }
      401: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      403: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      404: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      422: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      429: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
      503: { headers: { [name: string]: unknown }; content: { 'application/json': V1Error } }
    }
  }
  getHealth: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': Healthy } }
      503: { headers: { [name: string]: unknown }; content: { 'application/json': Unhealthy } }
    }
  }
  getMetrics: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'text/plain': string } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  drainDeliveriesByGet: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': DrainReport } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  drainDeliveries: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': DrainReport } }
      401: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
      503: { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }
    }
  }
  getOpenApiDocument: {
    parameters: {
      query?: never
      header?: { 'If-None-Match'?: string }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': OpenApiDocument } }
      304: { headers: { [name: string]: unknown }; content?: never }
    }
  }
}

/** What an endpoint receives, by event type. */
export interface webhooks {
  'order.created': OrderCreatedPayload
  'order.updated': OrderUpdatedPayload
  'order.completed': OrderCompletedPayload
  'order.finalized': OrderFinalizedPayload
  'order.picked': OrderPickedPayload
  'order.packed': OrderPackedPayload
  'order.shipped': OrderShippedPayload
  'order.cancelled': OrderCancelledPayload
  'order.status_changed': OrderStatusChangedPayload
  'order.paid': OrderPaidPayload
  'order.approved': OrderApprovedPayload
  'product.created': ProductCreatedPayload
  'product.updated': ProductUpdatedPayload
  'product.deleted': ProductDeletedPayload
  'category.created': CategoryCreatedPayload
  'category.updated': CategoryUpdatedPayload
  'category.deleted': CategoryDeletedPayload
  'stock.received': StockReceivedPayload
  'stock.adjusted': StockAdjustedPayload
  'stock.transferred': StockTransferredPayload
  'stock.low': StockLowPayload
  'inventory.changed': InventoryChangedPayload
  'cart.item_added': CartItemAddedPayload
  'cart.updated': CartUpdatedPayload
  'checkout.cart_viewed': CheckoutCartViewedPayload
  'checkout.address_viewed': CheckoutAddressViewedPayload
  'checkout.shipping_viewed': CheckoutShippingViewedPayload
  'checkout.approval_viewed': CheckoutApprovalViewedPayload
  'checkout.thank_you_viewed': CheckoutThankYouViewedPayload
  'customer.created': CustomerCreatedPayload
  'session.created': SessionCreatedPayload
  'newsletter.subscribed': NewsletterSubscribedPayload
  'return.created': ReturnCreatedPayload
  'contact.created': ContactCreatedPayload
  'contact.updated': ContactUpdatedPayload
  'contract.created': ContractCreatedPayload
  'contract.signed': ContractSignedPayload
  'coupon.created': CouponCreatedPayload
  'coupon.updated': CouponUpdatedPayload
  'credit_note.created': CreditNoteCreatedPayload
  'credit_note.updated': CreditNoteUpdatedPayload
  'deal.created': DealCreatedPayload
  'deal.lost': DealLostPayload
  'deal.reopened': DealReopenedPayload
  'deal.updated': DealUpdatedPayload
  'deal.won': DealWonPayload
  'identity_verification.cancelled': IdentityVerificationCancelledPayload
  'identity_verification.failed': IdentityVerificationFailedPayload
  'identity_verification.processing': IdentityVerificationProcessingPayload
  'identity_verification.succeeded': IdentityVerificationSucceededPayload
  'invoice.created': InvoiceCreatedPayload
  'invoice.finalized': InvoiceFinalizedPayload
  'invoice.marked_uncollectible': InvoiceMarkedUncollectiblePayload
  'invoice.paid': InvoicePaidPayload
  'invoice.updated': InvoiceUpdatedPayload
  'note.created': NoteCreatedPayload
  'note.updated': NoteUpdatedPayload
  'protection_level.created': ProtectionLevelCreatedPayload
  'protection_level.updated': ProtectionLevelUpdatedPayload
  'subscription.cancelled': SubscriptionCancelledPayload
  'subscription.created': SubscriptionCreatedPayload
  'subscription.ended': SubscriptionEndedPayload
  'subscription.started': SubscriptionStartedPayload
  'task.completed': TaskCompletedPayload
  'task.created': TaskCreatedPayload
  'task.reopened': TaskReopenedPayload
  'task.updated': TaskUpdatedPayload
  'tenancy.created': TenancyCreatedPayload
  'tenancy.started': TenancyStartedPayload
  'unit.available': UnitAvailablePayload
  'unit.created': UnitCreatedPayload
  'unit.deallocated': UnitDeallocatedPayload
  'unit.occupied': UnitOccupiedPayload
  'unit.overlocked': UnitOverlockedPayload
  'unit.repossessed': UnitRepossessedPayload
  'unit.reserved': UnitReservedPayload
  'unit.unavailable': UnitUnavailablePayload
  'unit.updated': UnitUpdatedPayload
  'unit_type.created': UnitTypeCreatedPayload
  'unit_type.updated': UnitTypeUpdatedPayload
}
