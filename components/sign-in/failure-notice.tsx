'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { SignInFailure } from './request-sign-in'

const MINUTE_MS = 60_000
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

type Props = {
  /** A new one takes the focus, even if it says the same. */
  failure: SignInFailure
  /** How long a blocked sign-in has still to wait. */
  secondsLeft: number
  retrying: boolean
}

/** Inside the form: its Retry sends that again. */
export function FailureNotice({ failure, secondsLeft, retrying }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-md">
      <Notice failure={failure} secondsLeft={secondsLeft} retrying={retrying} />
    </div>
  )
}

function Notice({ failure, secondsLeft, retrying }: Props) {
  switch (failure.kind) {
    case 'refused':
      return <Banner tone="danger" title="The e-mail address or the password is wrong." />
    case 'blocked':
      return secondsLeft > 0 ? (
        <Banner tone="warning" title="Too many attempts.">
          Try again in {minutes(secondsLeft)} (at {clock.format(wholeMinute(failure.until))}).
        </Banner>
      ) : (
        <Banner tone="info" title="You can try again now." />
      )
    case 'no_cookies':
      return (
        <Banner tone="danger" title="The browser kept no cookie.">
          Signing in needs one. Allow cookies for this site, and try again.
        </Banner>
      )
    case 'unreachable':
      return (
        <Banner tone="danger" title="Shopbell cannot be reached.">
          <p>Check the network. What you typed is still here.</p>
          <Retry pending={retrying} />
        </Banner>
      )
    case 'failed':
      return (
        <Banner tone="danger" title="Something went wrong on the server.">
          <p>Try again in a moment. What you typed is still here.</p>
          <Retry pending={retrying} />
        </Banner>
      )
  }
}

function Retry({ pending }: { pending: boolean }) {
  return (
    <Button type="submit" size="sm" pending={pending} className="mt-2 mb-0.5">
      Retry
    </Button>
  )
}

function minutes(seconds: number): string {
  const count = Math.max(1, Math.round(seconds / 60))
  return count === 1 ? '1 minute' : `${count} minutes`
}

/** Rounded up: at the time that is told, the wait is over. */
function wholeMinute(instant: number): number {
  return Math.ceil(instant / MINUTE_MS) * MINUTE_MS
}
