import { useCallback, useSyncExternalStore } from 'react'

const LOOK_EVERY_MS = 250

/** Whole seconds until an instant, in milliseconds, counting down to 0; 0 without one. */
export function useSecondsUntil(instant: number | null): number {
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (instant === null) return () => {}
      const timer = setInterval(() => {
        onChange()
        if (secondsUntil(instant) === 0) clearInterval(timer)
      }, LOOK_EVERY_MS)
      return () => clearInterval(timer)
    },
    [instant],
  )
  return useSyncExternalStore(
    subscribe,
    () => (instant === null ? 0 : secondsUntil(instant)),
    () => 0,
  )
}

function secondsUntil(instant: number): number {
  return Math.max(0, Math.ceil((instant - Date.now()) / 1_000))
}
