import type { EventCategory, EventType } from './define-event-type'

/**
 * The categories with the types whose name, description or category holds each word of `query`, in any case and order;
 * all of them for an empty one. `thank you` finds `checkout.thank_you_viewed`.
 */
export function findEventTypes<Type extends EventType>(
  categories: readonly EventCategory<Type>[],
  query: string,
): EventCategory<Type>[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return categories
    .map((category) => ({ ...category, types: category.types.filter((type) => hasAll(type, words)) }))
    .filter(({ types }) => types.length > 0)
}

function hasAll({ name, description, category }: EventType, words: readonly string[]): boolean {
  const text = `${name} ${name.replaceAll(/[._]/g, ' ')} ${description} ${category.label}`.toLowerCase()
  return words.every((word) => text.includes(word))
}
