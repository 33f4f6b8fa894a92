/**
 * SQL that is true where an endpoint, called `endpoint`, would get an event, called `event`, as it is set up today: not a
 * test, one of its types, and what its filter lets pass.
 */
export function listens(endpoint: string, event: string): string {
  return `NOT ${event}.is_test AND (${endpoint}.all_event_types OR ${event}.type = ANY (${endpoint}.event_types))
    AND CASE WHEN ${endpoint}.filter IS NULL THEN true ELSE passes_filter(${endpoint}.filter, ${event}.data) END`
}
