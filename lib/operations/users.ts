import { hash } from '@node-rs/argon2'
import { z } from 'zod'
import { addUser, type Role } from '@/lib/db/users'
import { validationError } from '@/lib/errors'
import { fieldErrors } from '@/lib/schemas/field-errors'
import { newPassword } from '@/lib/schemas/password'
import { text } from '@/lib/schemas/text'
import { PASSWORD_HASH } from './passwords'

/** A new person: an address in one spelling, a name, and a password of at least 12 characters. */
const newUserSchema = z.strictObject({
  email: z
    .string()
    .transform((email) => email.normalize('NFKC').trim().toLowerCase())
    .pipe(z.email('This is not an e-mail address.').max(254)),
  name: text(1, 100),
  password: newPassword,
  role: z.enum(['operator', 'support', 'admin'], { error: 'Use operator, support or admin.' }),
})

/** Makes a user with a role in a store; one that exists by this e-mail address gets the role, and keeps the password. */
export async function createUser(
  storeId: string,
  input: { email: string; name: string; password: string; role: Role | string },
): Promise<{ id: string; isNew: boolean }> {
  const parsed = newUserSchema.safeParse(input)
  if (!parsed.success) throw validationError(fieldErrors(parsed.error))
  const { password, ...user } = parsed.data
  return addUser({ storeId, ...user, passwordHash: await hash(password, PASSWORD_HASH) })
}
