import { AppError, validationError } from '@/lib/errors'
import { fromPublicId, type IdPrefix } from '@/lib/ids'

/** The id in a path; what is none reads as absent. */
export function pathId(prefix: IdPrefix, publicId: string | undefined): string {
  const id = fromPublicId(prefix, publicId ?? '')
  if (id === null) throw new AppError('not_found')
  return id
}

/** The id in a query's parameter, undefined where it is not given; what is none is refused. */
export function queryId(prefix: IdPrefix, name: string, publicId: string | undefined): string | undefined {
  if (publicId === undefined) return undefined
  const id = fromPublicId(prefix, publicId)
  if (id !== null) return id
  throw validationError([
    { pointer: name, code: 'invalid', detail: `Use an id that begins with “${prefix}_”.` },
  ])
}
