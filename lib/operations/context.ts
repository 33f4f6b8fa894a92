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
  /** `token:<id>` or `user:<id>`, for the record. */
  actor: string
  requestId: string | null
}
