'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { STORE_COOKIE } from '@/lib/auth'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { changePassword as change, updateAccount as update } from '@/lib/operations/account'
import { changePasswordSchema, updateAccountSchema } from '@/lib/schemas/account'
import { renewSession } from './renew-session'
import { type ActionResult, runAction } from './run-action'

const STORE_COOKIE_SECONDS = 400 * 24 * 60 * 60

/** Switches to another of the person's stores. */
export async function switchStore(input: unknown): Promise<ActionResult<null>> {
  return runAction(null, z.strictObject({ slug: z.string().max(50) }), input, async (_, { slug }, viewer) => {
    if (!viewer.stores.some((store) => store.slug === slug)) throw new AppError('not_found')
    const jar = await cookies()
    jar.set(STORE_COOKIE, slug, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: env().PUBLIC_URL.startsWith('https:'),
      maxAge: STORE_COOKIE_SECONDS,
    })
    return null
  })
}

/** Changes the person's name, time zone or theme. */
export async function updateAccount(input: unknown): Promise<ActionResult<null>> {
  return runAction(null, updateAccountSchema, input, async (_, changes, viewer) => {
    await update(viewer.userId, changes)
    return null
  })
}

/** Changes the person's password, which ends their other sessions; `isSignedIn` says that this one goes on. */
export async function changePassword(input: unknown): Promise<ActionResult<{ isSignedIn: boolean }>> {
  return runAction(null, changePasswordSchema, input, async (_, passwords, viewer) => {
    const sessionVersion = await change(viewer.userId, passwords)
    return { isSignedIn: await renewSession(sessionVersion) }
  })
}
