// In memory alone: a reload forgets it, and going from one operation to another does not.
const kept = new Map<string, string>()

/** The credential that was last entered for a scheme, such as `token`. */
export function readKeptToken(scheme: string): string {
  return kept.get(scheme) ?? ''
}

export function keepToken(scheme: string, value: string): void {
  kept.set(scheme, value)
}
