/**
 * The text of an event's data as every attempt sends it: what `shopbell_emit()` stored is raw, and normalised whenever
 * it is read, which always makes the same bytes. Whoever reads `event.data` passes it through here.
 */
export function normalData(data: string, isRaw: boolean | null): string {
  return isRaw ? JSON.stringify(JSON.parse(data)) : data
}
