let hasEnded = false
const listeners = new Set<() => void>()

/** Tells the shell that the server no longer knows this session. */
export function endSession(): void {
  hasEnded = true
  for (const listener of listeners) listener()
}

export function watchSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function sessionHasEnded(): boolean {
  return hasEnded
}
