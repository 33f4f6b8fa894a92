'use client'

import { CheckIcon, CopyIcon, EyeIcon, EyeOffIcon } from 'lucide-react'
import { useEffect, useState, useTransition } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Instant } from '@/components/ui/instant'
import { copyLater } from './copy-later'
import { fetchSecret, useShownSecret } from './use-secret'

const MASK = '•'.repeat(24)
const COPIED_MS = 2_500

/** The secret behind dots: revealed for a minute, or copied without being seen. */
export function SecretValue({ endpointId, since }: { endpointId: string; since: Date }) {
  const { secret, secondsLeft, show, hide } = useShownSecret()
  const [isRevealing, startRevealing] = useTransition()
  const [isCopying, startCopying] = useTransition()
  const [copied, setCopied] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), COPIED_MS)
    return () => clearTimeout(timer)
  }, [copied])

  function reveal() {
    setProblem(null)
    startRevealing(async () => {
      try {
        show(await fetchSecret(endpointId))
      } catch (error) {
        setProblem(messageOf(error))
      }
    })
  }

  function copy() {
    setProblem(null)
    startCopying(async () => {
      try {
        const isCopied = await copyLater(async () => secret ?? (await fetchSecret(endpointId)))
        setCopied(isCopied)
        if (!isCopied) setProblem('The browser did not allow copying. Reveal the secret and copy it by hand.')
      } catch (error) {
        setProblem(messageOf(error))
      }
    })
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <code className="flex min-h-8.5 min-w-0 flex-1 basis-80 items-center rounded-md border border-rule bg-inset px-3 py-1.5 font-mono text-sm wrap-anywhere">
          {secret ?? (
            <>
              <span aria-hidden>{MASK}</span>
              <span className="sr-only">Hidden</span>
            </>
          )}
        </code>
        {secret === null ? (
          <Button onClick={reveal} pending={isRevealing}>
            <EyeIcon aria-hidden /> Reveal
          </Button>
        ) : (
          <Button onClick={hide}>
            <EyeOffIcon aria-hidden /> Hide
          </Button>
        )}
        <Button onClick={copy} pending={isCopying}>
          {copied ? <CheckIcon aria-hidden className="text-success" /> : <CopyIcon aria-hidden />} Copy secret
        </Button>
      </div>
      {problem === null ? null : <Banner role="alert" tone="danger" title={problem} />}
      <p className="text-faded text-sm">
        {secret === null ? (
          <>
            In use since <Instant at={since} precision="minute" />. Revealing and copying are recorded.
          </>
        ) : (
          <span role="timer">Hides in {secondsLeft} s, or when you leave this tab.</span>
        )}
      </p>
      <p role="status" className="sr-only">
        {copied ? 'Secret copied' : secret === null ? '' : 'Secret shown for 60 seconds'}
      </p>
    </div>
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The secret could not be read.'
}
