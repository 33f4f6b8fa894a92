'use client'

import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Instant } from '@/components/ui/instant'
import { linkClass } from '@/components/ui/link-class'
import type { Rotation } from '@/lib/operations/secrets'
import { RotateSecret } from './rotate-secret'
import { RotationBanner } from './rotation-banner'
import { SecretValue } from './secret-value'

const VerifySnippets = dynamic(() =>
  import('@/components/endpoints/verify-snippets').then((loaded) => loaded.VerifySnippets),
)

type Props = { endpointId: string; rotation: Rotation; mayReveal: boolean }

/** The secret that signs what an endpoint gets: to see, to copy, to replace, and the code that checks it. */
export function SecretSection({ endpointId, rotation, mayReveal }: Props) {
  const rotate = useRef<HTMLButtonElement>(null)
  const [news, setNews] = useState('')
  const [showsCode, setShowsCode] = useState(false)
  return (
    <Card
      title="Signing secret"
      description="Every request is signed with it, so that the receiver can tell our requests from others."
      actions={mayReveal ? <RotateSecret endpointId={endpointId} triggerRef={rotate} /> : null}
    >
      <div className="flex flex-col gap-4">
        {rotation.oldSignsUntil ? (
          <RotationBanner
            key={rotation.oldSignsUntil.toISOString()}
            endpointId={endpointId}
            until={rotation.oldSignsUntil}
            oldCount={rotation.oldCount}
            mayExpire={mayReveal}
            onExpired={setNews}
            onExpiredGone={() => rotate.current?.focus()}
          />
        ) : null}
        <p role="status" className="sr-only">
          {rotation.oldSignsUntil ? '' : news}
        </p>
        {mayReveal ? (
          // A new secret begins hidden.
          <SecretValue
            key={rotation.currentSince.toISOString()}
            endpointId={endpointId}
            since={rotation.currentSince}
          />
        ) : (
          <p className="text-faded">
            In use since <Instant at={rotation.currentSince} precision="minute" />. It is not shown to support
            staff, since whoever knows it can sign requests in the store’s name; operators and admins can
            reveal it.
          </p>
        )}
        <Disclosure summary="Verify signatures in your receiver" open={showsCode} onOpenChange={setShowsCode}>
          <div className="flex flex-col gap-3">
            <p className="text-faded text-sm">
              Set the secret as WEBHOOK_SECRET. With a library of{' '}
              <a
                href="https://www.standardwebhooks.com"
                rel="noreferrer"
                target="_blank"
                className={linkClass}
              >
                Standard Webhooks
              </a>{' '}
              put <code className="font-mono">whsec_</code> before it.
            </p>
            {showsCode ? <VerifySnippets /> : null}
          </div>
        </Disclosure>
      </div>
    </Card>
  )
}
