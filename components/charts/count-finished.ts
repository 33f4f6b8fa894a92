type Counts = { delivered: number; failed: number; cancelled: number }

/** Deliveries that became final, whatever came of them. */
export function countFinished({ delivered, failed, cancelled }: Counts): number {
  return delivered + failed + cancelled
}
