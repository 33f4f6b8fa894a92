import type { NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'
import { securePage } from '@/lib/http/secure-page'

/** Every path but those that answer programs, and the files of the build. */
export const config = { matcher: '/((?!(?:api|2025-09|v1)(?:/|$)|_next/static/).*)' }

export function proxy(request: NextRequest): NextResponse {
  return securePage(request, {
    isSecure: env().PUBLIC_URL.startsWith('https:'),
    isDevelopment: process.env.NODE_ENV === 'development',
  })
}
