import { eventCategories } from '@/lib/webhooks/event-types/catalogue'
import type { EventTypeGroup } from './filter-bar'

/** For the server alone: the catalogue's schemas are no burden for a browser. */
export const eventTypeGroups: readonly EventTypeGroup[] = eventCategories.map(({ label, types }) => ({
  label,
  names: types.map(({ name }) => name),
}))
