import { z } from 'zod'
import { SHORTEST_PASSWORD } from './password-length'

/** A new password. */
export const newPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `Use at least ${SHORTEST_PASSWORD} characters.`)
  .max(200, 'Use at most 200 characters.')
