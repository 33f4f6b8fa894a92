import type { EventCategory, EventType } from './define-event-type'

/** The categories with more types: each type in the category of its id, or in a new one after the others. */
export function withMoreTypes<Type extends EventType>(
  categories: readonly EventCategory<Type>[],
  more: readonly Type[],
): EventCategory<Type>[] {
  const byId = new Map(categories.map((category) => [category.id, category]))
  for (const type of more) {
    const { id, label } = type.category
    const { types } = byId.get(id) ?? { types: [] }
    byId.set(id, { id, label: byId.get(id)?.label ?? label, types: [...types, type] })
  }
  return [...byId.values()]
}
