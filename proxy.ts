import type { NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'
import { securePage } from '@/lib/http/secure-page'

/** Every path but those that answer programs, and the files of the build. */
export const config = { matcher: '/((?!(?:api|2025-09|v1)(?:/|$)|_next/static/).*)' }

export function proxy(request: NextRequest): NextResponse {
  const { PUBLIC_URL, NODE_ENV } = env()
  return securePage(request, {
    isSecure: PUBLIC_URL.startsWith('https:'),
    isDevelopment: NODE_ENV === 'development',
  })
}
