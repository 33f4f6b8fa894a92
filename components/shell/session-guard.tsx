'use client'

import { useSyncExternalStore } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { sessionHasEnded, watchSessionEnd } from './session-end'

const onServer = () => false

/** Says that the session has ended, and leads back to this very address; what was typed stays until then. */
export function SessionGuard() {
  const ended = useSyncExternalStore(watchSessionEnd, sessionHasEnded, onServer)
  if (!ended) return null
  return (
    <div className="sticky top-(--sticky-top) z-20 px-4 pt-4 sm:px-6 lg:px-8">
      <Banner
        role="alert"
        tone="warning"
        title="Your session has ended"
        actions={
          <Button size="sm" onClick={signInAgain}>
            Sign in to continue
          </Button>
        }
      >
        What you see is no longer refreshed, and changes are not saved.
      </Banner>
    </div>
  )
}

function signInAgain() {
  const { pathname, search } = window.location
  const query = new URLSearchParams({ expired: '1', callbackUrl: pathname + search })
  window.location.assign(`/signin?${query}`)
}
