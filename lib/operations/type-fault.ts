import { eventCatalogue } from '@/lib/db/event-catalogue'
import type { FieldError } from '@/lib/errors'

/** Why no event of this type is taken, and no endpoint can newly choose it; null where neither is so. */
export function findTypeFault(name: string): Omit<FieldError, 'pointer'> | null {
  const type = eventCatalogue().get(name)
  if (!type) return { code: 'unknown_event_type', detail: 'There is no such event type.' }
  if (!type.isArchived) return null
  return { code: 'event_type_archived', detail: 'This event type is archived: it cannot be used any more.' }
}
