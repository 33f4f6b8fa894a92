import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth'
import { unknownRoute } from '@/lib/http/route'

type Context = { params: Promise<{ nextauth: string[] }> }

// The package answers more: pages of its own, which the product has in its own style.
const ANSWERED = ['GET csrf', 'GET session', 'POST callback/credentials', 'POST signout']

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!ANSWERED.includes(`${request.method} ${nextauth.join('/')}`)) return unknownRoute(request)
  return NextAuth(request, context, authOptions())
}

export { handle as GET, handle as POST }
