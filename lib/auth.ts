import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import { z } from 'zod'
import { env } from '@/lib/env'
import { clientAddress } from '@/lib/http/client-address'
import { errorText, log } from '@/lib/log'
import { type Session as OwnSession, SESSION_SECONDS, signOut } from '@/lib/operations/session'
import { signIn } from '@/lib/operations/sign-in'
import { findViewer, type Viewer } from '@/lib/operations/viewer'

declare module 'next-auth' {
  interface Session extends OwnSession {}
  interface User extends Omit<OwnSession, 'userId'> {}
}

declare module 'next-auth/jwt' {
  interface JWT extends OwnSession {}
}

// PostgreSQL's text holds no NUL.
const credentials = z.object({
  email: z
    .string()
    .min(1)
    .max(254)
    .refine((email) => !email.includes('\0')),
  password: z.string().min(1).max(200),
})

/** E-mail address and password, kept as an encrypted cookie; whether it still counts is asked of the database each time. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS, updateAge: 10 * 60 },
    pages: { signIn: '/signin', error: '/signin' },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(given, request) {
          const parsed = credentials.safeParse(given)
          if (!parsed.success) return null
          const { email, password } = parsed.data
          const result = await trySignIn(email, password, clientAddress(request.headers ?? {}))
          if (result.kind === 'blocked') throw new Error(`blocked:${result.until.toISOString()}`)
          if (result.kind === 'refused') return null
          const { userId: id, sessionVersion, sessionId, signedInAt } = result
          return { id, sessionVersion, sessionId, signedInAt }
        },
      }),
    ],
    events: {
      async signOut({ token }) {
        // Whoever was not signed in can sign out as well.
        if (token?.sessionId) await signOut(token)
      },
    },
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token
        const { id: userId, sessionVersion, sessionId, signedInAt } = user
        return { ...token, userId, sessionVersion, sessionId, signedInAt }
      },
      session({ session, token }) {
        const { userId, sessionVersion, sessionId, signedInAt } = token
        return { ...session, userId, sessionVersion, sessionId, signedInAt }
      },
      redirect({ url, baseUrl }) {
        // Only ever to ourselves, wherever a link says.
        return url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl
      },
    },
  }
}

/** The sign-in; what goes wrong in it stays in the log, since next-auth would tell its message to whoever asked. */
async function trySignIn(...given: Parameters<typeof signIn>): ReturnType<typeof signIn> {
  try {
    return await signIn(...given)
  } catch (error) {
    log.error('a sign-in failed', { error: errorText(error) })
    throw new Error('failed')
  }
}

export const STORE_COOKIE = 'shopbell-store'

const PATH_HEADER = 'x-shopbell-path'

/** The person who made this request, as the database knows them now; null without a session that still counts. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession(authOptions())
  if (!session) return null
  const chosen = (await cookies()).get(STORE_COOKIE)?.value ?? null
  return findViewer(session, chosen)
})

/** The person who asked for a page; whoever is not signed in goes to sign in, and then comes back to it. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer()
  if (viewer) return viewer
  // Set by proxy.ts, since a page does not know its own address.
  const path = (await headers()).get(PATH_HEADER) ?? '/'
  const hadSession = (await cookies()).getAll().some(({ name }) => name.includes('next-auth.session-token'))
  const query = new URLSearchParams({ ...(hadSession ? { expired: '1' } : {}), callbackUrl: path })
  redirect(`/signin?${query}`)
}
