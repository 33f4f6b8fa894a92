import { hash, verify } from '@node-rs/argon2'
import { now } from '@/lib/clock'
import { blockedUntil, forgetFailures, returnGuess, takeGuess } from '@/lib/db/sign-in-failures'
import { findUserByEmail } from '@/lib/db/users'
import { newId } from '@/lib/ids'
import { PASSWORD_HASH } from './passwords'
import type { Session } from './session'

const FREE_PER_ACCOUNT_AND_ADDRESS = 5
const FREE_PER_ACCOUNT = 50
const FREE_PER_ADDRESS = 30

/** Who signed in, or why not: `blocked` says until when to wait, whatever the password. */
export type SignIn =
  | ({ kind: 'signed_in' } & Session)
  | { kind: 'refused' }
  | { kind: 'blocked'; until: Date }

// Checked against for an unknown address, so that it takes as long as a known one.
let decoy: Promise<string> | undefined

/**
 * Checks an e-mail address and a password. Five failures of an account from one network address, fifty of it from
 * anywhere, or thirty from one network address make further ones wait, a minute at first; nothing tells whether the
 * account exists.
 */
export async function signIn(email: string, password: string, address: string): Promise<SignIn> {
  const account = email.normalize('NFKC').trim().toLowerCase()
  // Whoever guesses from one place shuts an account for that place alone, long before for everybody.
  const guesses = [
    { key: `account:${account}|${address}`, free: FREE_PER_ACCOUNT_AND_ADDRESS },
    { key: `account:${account}`, free: FREE_PER_ACCOUNT },
    { key: `address:${address}`, free: FREE_PER_ADDRESS },
  ] as const
  // Counted before they are looked at, so that guesses made side by side do not slip through.
  for (const [index, { key, free }] of guesses.entries()) {
    if (await takeGuess(key, free)) continue
    for (const taken of guesses.slice(0, index)) await returnGuess(taken.key, taken.free)
    return { kind: 'blocked', until: (await blockedUntil([key])) ?? now() }
  }

  const user = await findUserByEmail(account)
  decoy ??= hash('nobody has this password', PASSWORD_HASH)
  const isRight = await verify(user?.passwordHash ?? (await decoy), password)
  if (user && isRight) {
    const [own, ...shared] = guesses
    await forgetFailures(own.key)
    for (const { key, free } of shared) await returnGuess(key, free)
    const { id: userId, sessionVersion } = user
    return { kind: 'signed_in', userId, sessionVersion, sessionId: newId(), signedInAt: now().getTime() }
  }
  return { kind: 'refused' }
}
