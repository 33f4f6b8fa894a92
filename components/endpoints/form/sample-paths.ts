import type { EventType } from '@/lib/webhooks/event-types/define-event-type'

/** A place in the data of an event, `customer.id`, and what a sample has there: a single value or a list of such. */
export type SamplePath = { path: string; value: unknown }

/** The types that a form has chosen of those there are, in its order. */
export function chosenTypes(
  form: { all_event_types: boolean; event_types: readonly string[] },
  types: readonly EventType[],
): readonly EventType[] {
  if (form.all_event_types) return types
  const byName = new Map(types.map((type) => [type.name, type]))
  return form.event_types.flatMap((name) => byName.get(name) ?? [])
}

/** The values in the samples of these types, each path once with the first value that is not null: ids first. */
export function samplePaths(types: readonly EventType[]): SamplePath[] {
  const found = new Map<string, unknown>()
  for (const { sample } of types) {
    for (const { path, value } of pathsWithin(sample, '')) {
      if ((found.get(path) ?? null) === null) found.set(path, value)
    }
  }
  const paths = [...found].map(([path, value]) => ({ path, value }))
  return paths.sort((one, other) => rank(one.path) - rank(other.path))
}

/** What a sample has at a path; undefined where it has nothing, and null where what the path leads through is null. */
export function sampleValue({ sample }: Pick<EventType, 'sample'>, path: string): unknown {
  let value: unknown = sample
  for (const part of path.split('.')) {
    if (value === null) return null
    if (typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined
    value = Reflect.get(value, part)
  }
  return value
}

function pathsWithin(object: object, base: string): SamplePath[] {
  return Object.entries(object).flatMap(([key, value]: [string, unknown]) => {
    const path = `${base}${key}`
    if (isSingle(value)) return [{ path, value }]
    // What is in a list of objects has another place in each event.
    if (Array.isArray(value)) return value.every(isSingle) ? [{ path, value }] : []
    return typeof value === 'object' && value !== null ? pathsWithin(value, `${path}.`) : []
  })
}

function isSingle(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function rank(path: string): number {
  if (path === 'id') return 0
  return /(^|[._])id$/.test(path) ? 1 : 2
}
