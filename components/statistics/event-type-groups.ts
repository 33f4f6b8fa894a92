import type { EventCatalogue } from '@/lib/operations/event-types'
import type { EventTypeGroup } from './filter-bar'

/** For the server alone: the catalogue's schemas are no burden for a browser. Archived types had deliveries too. */
export function eventTypeGroups({ categories, archived }: EventCatalogue): EventTypeGroup[] {
  const groups = categories.map(({ label, types }) => ({ label, names: types.map(({ name }) => name) }))
  return archived.length === 0
    ? groups
    : [...groups, { label: 'Archived', names: archived.map(({ name }) => name) }]
}
