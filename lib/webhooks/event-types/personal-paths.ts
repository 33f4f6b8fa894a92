import { z } from 'zod'
import type { BuiltInEventType } from './define-event-type'
import { isPersonal } from './personal'

const cache = new WeakMap<z.core.$ZodType, string[][]>()

/**
 * Where an object of this type holds personal data: paths of keys inside `data.object`, each element of an array
 * as `*` (`['signatories', '*', 'email']`). What lies below a path is personal as a whole.
 */
export function personalPaths(type: BuiltInEventType): string[][] {
  const known = cache.get(type.schema)
  if (known) return known
  const paths = pathsWithin(type.schema)
  cache.set(type.schema, paths)
  return paths
}

function pathsWithin(schema: z.core.$ZodType): string[][] {
  if (isPersonal(schema)) return [[]]
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return pathsWithin(schema.unwrap())
  if (schema instanceof z.ZodArray) return pathsWithin(schema.element).map((path) => ['*', ...path])
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(pathsWithin)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, field]) =>
    pathsWithin(field).map((path) => [key, ...path]),
  )
}
