'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Instant } from '@/components/ui/instant'
import type { Scope } from '@/lib/schemas/scopes'
import { firstCall } from './first-call'

export type MadeToken = { name: string; scopes: Scope[]; token: string; expiresAt: Date | null }

/** A new token, this once, with a call that tries it. */
export function NewToken({ made, apiUrl }: { made: MadeToken; apiUrl: string }) {
  const news = useRef<HTMLParagraphElement>(null)
  // The button that had the focus is gone.
  useEffect(() => news.current?.focus(), [])
  const call = firstCall(apiUrl, made.token, made.scopes)
  return (
    <div className="flex flex-col gap-4">
      <p ref={news} tabIndex={-1} className="wrap-anywhere">
        “{made.name}” works{' '}
        {made.expiresAt ? (
          <>
            until <Instant at={made.expiresAt} precision="minute" />
          </>
        ) : (
          'until someone revokes it'
        )}
        .
      </p>
      <Banner tone="warning" title="This is the only time the token is shown">
        Copy it now, and keep it where you keep passwords. Shopbell keeps a hash of it alone.
      </Banner>
      <div className="flex flex-wrap items-center gap-3">
        <code
          data-new-token
          className="min-w-0 rounded-md border border-rule bg-inset px-3 py-1.5 font-mono text-sm wrap-anywhere"
        >
          {made.token}
        </code>
        <CopyButton value={made.token} label="Copy token" size="md" />
      </div>
      {call === null ? null : <CodeBlock label="First call" code={call} defaultWrap />}
    </div>
  )
}
