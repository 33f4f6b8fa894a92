/**
 * The part of an endpoint's limit (requests at once, or a second) that the sender of this rank, from 0, has among
 * `count`. The parts of all ranks add up to `total`; the endpoint's last byte says who gets what is left over, so that
 * it is not always the first. `ingest_events` reckons the same in SQL.
 */
export function share(total: number, count: number, rank: number, endpointId: string): number {
  const rest = total % count
  const place = (rank + Number.parseInt(endpointId.slice(-2), 16)) % count
  return Math.floor(total / count) + (place < rest ? 1 : 0)
}
