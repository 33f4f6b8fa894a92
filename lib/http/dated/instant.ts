/** `2025-02-22T14:41:00Z`: UTC, whole seconds. */
export function toSeconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** The same, null for none. */
export function toSecondsOrNull(at: Date | null): string | null {
  return at === null ? null : toSeconds(at)
}
