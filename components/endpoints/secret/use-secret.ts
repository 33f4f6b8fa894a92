'use client'

import { useCallback, useEffect, useState } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { revealSecret } from '@/lib/actions/endpoints'

const SHOWN_SECONDS = 60
const SECOND_MS = 1_000

/** Asks for an endpoint's secret, which is noted in the audit log; throws an Error whose message is for the person. */
export async function fetchSecret(endpointId: string): Promise<string> {
  const result = await callAction(revealSecret({ id: endpointId }))
  if (result.ok) return result.data.secret
  throw new Error(refusalText(result))
}

/** A secret that is shown for 60 s at most and never while the page is out of sight; `secondsLeft` counts down. */
export function useShownSecret() {
  const [shown, setShown] = useState<{ secret: string; untilMs: number } | null>(null)
  const [secondsLeft, setSecondsLeft] = useState(SHOWN_SECONDS)
  const hide = useCallback(() => setShown(null), [])

  function show(secret: string) {
    setSecondsLeft(SHOWN_SECONDS)
    setShown({ secret, untilMs: Date.now() + SHOWN_SECONDS * SECOND_MS })
  }

  useEffect(() => {
    if (!shown) return
    const timer = setInterval(() => {
      const left = Math.ceil((shown.untilMs - Date.now()) / SECOND_MS)
      if (left > 0) setSecondsLeft(left)
      else hide()
    }, SECOND_MS)
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('pagehide', hide)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('pagehide', hide)
    }
  }, [shown, hide])

  return { secret: shown?.secret ?? null, secondsLeft, show, hide }
}
