import { z } from 'zod'

/** An id as the store has it: an integer (seed 003) or a string (seed 001). */
export const identifier = z.union([z.int().nonnegative(), z.string().min(1).max(255)])
