/**
 * For whom an operation works: a store, and who acts in it. Whoever makes one has authenticated the actor and checked
 * what the actor may do.
 */
export type StoreContext = {
  storeId: string
  storeSlug: string
  shard: number
  /** The store's time zone (IANA), in which its days begin and end. */
  timeZone: string
  /** `token:<id>` or `user:<id>`, for the record; what nobody asked for is on record as `system`. */
  actor: string
  requestId: string | null
}
