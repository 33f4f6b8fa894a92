import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component that is loaded once it is wanted, null until it is there. Where it cannot be loaded `onFailed` is called
 * and the rest of the page stays, what was typed too.
 */
export function useLoaded<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  isWanted: boolean,
  onFailed?: () => void,
): ComponentType<Props> | null {
  const [loaded, setLoaded] = useState<{ Part: ComponentType<Props> } | null>(null)
  const isMissing = isWanted && loaded === null
  useEffect(() => {
    if (!isMissing) return
    let isCurrent = true
    load().then(
      (found) => {
        if (isCurrent) setLoaded({ Part: found.default })
      },
      () => {
        if (isCurrent) onFailed?.()
      },
    )
    return () => {
      isCurrent = false
    }
  }, [isMissing, load, onFailed])
  return loaded?.Part ?? null
}
