'use client'

import { useEffect, useState } from 'react'

// One timer for all of a page: what it shows changes at the same moment.
const listeners = new Set<(nowMs: number) => void>()
let timer: ReturnType<typeof setInterval> | undefined

function tellAll() {
  const nowMs = Date.now()
  for (const listener of listeners) listener(nowMs)
}

/** The time in Unix ms, anew each minute; null until it is mounted, since server and browser do not agree on it. */
export function useNow(enabled: boolean): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    if (!enabled) return
    setNowMs(Date.now())
    listeners.add(setNowMs)
    timer ??= setInterval(tellAll, 60_000)
    return () => {
      listeners.delete(setNowMs)
      if (listeners.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }, [enabled])
  return enabled ? nowMs : null
}
