/** The share of a part, between 0 and 1; null of nothing. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
