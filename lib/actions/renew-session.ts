import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/env'
import { SESSION_SECONDS } from '@/lib/operations/session'

const COOKIE = 'next-auth.session-token'

/**
 * Lets this browser's session go on under a new version, while all others end. Without a second sign-in, which could
 * fail on its way or be blocked. Says whether it did.
 */
export async function renewSession(sessionVersion: number): Promise<boolean> {
  const jar = await cookies()
  const cookie = jar.get(`__Secure-${COOKIE}`) ?? jar.get(COOKIE)
  const secret = env().NEXTAUTH_SECRET
  const token = await decode({ token: cookie?.value, secret })
  if (!cookie || !token) return false
  const renewed = await encode({ token: { ...token, sessionVersion }, secret, maxAge: SESSION_SECONDS })
  jar.set(cookie.name, renewed, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: cookie.name !== COOKIE,
    maxAge: SESSION_SECONDS,
  })
  return true
}
