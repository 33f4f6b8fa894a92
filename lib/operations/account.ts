import { hash, verify } from '@node-rs/argon2'
import { findPasswordHash, setPasswordHash, updateUser } from '@/lib/db/users'
import { validationError } from '@/lib/errors'
import type { ChangePasswordInput, UpdateAccountInput } from '@/lib/schemas/account'
import { PASSWORD_HASH } from './passwords'

/** Changes a person's name, time zone (null: the store's) or theme. */
export async function updateAccount(userId: string, changes: UpdateAccountInput): Promise<void> {
  const { name, time_zone: timeZone, theme } = changes
  await updateUser(userId, { name, timeZone, theme })
}

/** Changes a person's password and ends all of their sessions. Throws `validation_failed` where the old one is wrong. */
export async function changePassword(userId: string, passwords: ChangePasswordInput): Promise<void> {
  const known = await findPasswordHash(userId)
  if (known === null || !(await verify(known, passwords.current_password))) {
    throw validationError([
      { pointer: '/current_password', code: 'wrong_password', detail: 'This is not your current password.' },
    ])
  }
  await setPasswordHash(userId, await hash(passwords.new_password, PASSWORD_HASH))
}
