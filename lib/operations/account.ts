import { hash, verify } from '@node-rs/argon2'
import { blockedUntil, forgetFailures, takeGuess } from '@/lib/db/sign-in-failures'
import { findPasswordHash, findUserWithStores, setPasswordHash, updateUser } from '@/lib/db/users'
import { AppError, validationError } from '@/lib/errors'
import type { Role } from '@/lib/permissions'
import type { ChangePasswordInput, UpdateAccountInput } from '@/lib/schemas/account'
import { PASSWORD_HASH } from './passwords'

const FREE_GUESSES = 5
const MINUTE_MS = 60_000

/** What a person set for themselves, and their role in each of their stores; a null time zone means the store's. */
export type Account = {
  name: string
  email: string
  timeZone: string | null
  theme: string
  stores: { id: string; name: string; role: Role }[]
}

/** A person's account; throws `not_found`. */
export async function getAccount(userId: string): Promise<Account> {
  const user = await findUserWithStores(userId)
  if (!user) throw new AppError('not_found')
  const { name, email, timeZone, theme, stores } = user
  return { name, email, timeZone, theme, stores: stores.map(({ id, name, role }) => ({ id, name, role })) }
}

/** Changes a person's name, time zone (null: the store's) or theme. */
export async function updateAccount(userId: string, changes: UpdateAccountInput): Promise<void> {
  const { name, time_zone: timeZone, theme } = changes
  await updateUser(userId, { name, timeZone, theme })
}

/**
 * Changes a person's password and ends all of their sessions; returns the version of those that begin now. Throws
 * `validation_failed` where the old password is wrong, and, after five wrong ones, whatever it is for a while: whoever
 * finds a session open must not find out the password by it.
 */
export async function changePassword(userId: string, passwords: ChangePasswordInput): Promise<number> {
  // Apart from the sign-in's key: strangers who fail to sign in keep nobody from changing the password.
  const key = `password:${userId}`
  if (!(await takeGuess(key, FREE_GUESSES)))
    throw currentPassword('too_many_attempts', await waitInWords(key))
  const known = await findPasswordHash(userId)
  if (known === null || !(await verify(known, passwords.current_password))) {
    throw currentPassword('wrong_password', 'This is not your current password.')
  }
  await forgetFailures(key)
  return setPasswordHash(userId, await hash(passwords.new_password, PASSWORD_HASH))
}

function currentPassword(code: string, detail: string): AppError {
  return validationError([{ pointer: '/current_password', code, detail }])
}

async function waitInWords(key: string): Promise<string> {
  const until = await blockedUntil([key])
  const minutes = Math.max(1, Math.round(((until?.getTime() ?? 0) - Date.now()) / MINUTE_MS))
  return `There were too many wrong passwords. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
}
