import { useEffect, useState } from 'react'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/** The time in Unix ms; each second in the last minutes before `at`, seldom otherwise. Null until it is mounted. */
export function useNowBefore(at: string | null): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    if (at === null) return
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const now = Date.now()
      const awayMs = Date.parse(at) - now
      setNowMs(now)
      timer = setTimeout(look, awayMs > 0 && awayMs < 2 * MINUTE_MS ? SECOND_MS : MINUTE_MS)
    }
    look()
    return () => clearTimeout(timer)
  }, [at])
  return nowMs
}
