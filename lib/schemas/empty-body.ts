import { z } from 'zod'

/** The body of a request that has nothing to say besides its path. */
export const emptyBody = z.strictObject({})
