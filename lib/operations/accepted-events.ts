declare global {
  // Next may load this module more than once in a process; the events are counted together all the same.
  var shopbellAcceptedEvents: number | undefined
}

/** Notes that this process stored so many events of stores. */
export function countAccepted(events: number): void {
  globalThis.shopbellAcceptedEvents = acceptedEvents() + events
}

/** How many events of stores this process has stored since it started. */
export function acceptedEvents(): number {
  return globalThis.shopbellAcceptedEvents ?? 0
}
