import type { EventCategory, EventType } from '@/lib/webhooks/event-types/define-event-type'

/** The categories with their types that hold every word of `q` in name, description or category. */
export function findEventTypes(categories: readonly EventCategory[], q: string): EventCategory[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return categories.flatMap((category) => {
    const types = category.types.filter((type) => holds(type, words))
    return types.length === 0 ? [] : [{ ...category, types }]
  })
}

function holds({ name, description, category }: EventType, words: readonly string[]): boolean {
  const text = `${name} ${description} ${category.label}`.toLowerCase()
  return words.every((word) => text.includes(word))
}
