import { z } from 'zod'
import { newPassword } from './password'
import { text } from './text'
import { timeZone } from './time-zone'

/** What a person can change about themselves; a null time zone means the store's. */
export const updateAccountSchema = z.strictObject({
  name: text(1, 100).optional(),
  time_zone: timeZone.nullable().optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
})

export const changePasswordSchema = z.strictObject({
  current_password: z.string().min(1, 'Fill this in.').max(200),
  new_password: newPassword,
})

export type UpdateAccountInput = z.infer<typeof updateAccountSchema>
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>
