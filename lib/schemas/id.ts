import { z } from 'zod'

/** An id as screens pass it around. */
export const uuid = z.uuid('This is not an id.')
