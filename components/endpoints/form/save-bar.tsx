'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { StatusBadge } from '@/components/ui/status-badge'

/** What the bar says: that something is unsaved, or what became of it. */
export type SaveState = 'unsaved' | 'saved' | 'discarded' | null

type Props = { state: SaveState; saving: boolean; onDiscard: () => void }

/** Stays at the foot of the window while something is unsaved, and then says what became of it. */
export function SaveBar({ state, saving, onDiscard }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed has gone.
    if (state === 'saved' || state === 'discarded') bar.current?.focus({ preventScroll: true })
  }, [state])
  return (
    <div
      ref={bar}
      tabIndex={-1}
      className="sticky bottom-3 z-20 rounded-lg border border-line bg-surface px-5 py-3 shadow-lift max-sm:px-4"
      hidden={state === null}
    >
      <div className="flex min-h-8.5 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="font-medium">
          {state === 'unsaved' ? 'Unsaved changes' : null}
          {state === 'saved' ? (
            <StatusBadge tone="success" plain className="text-base">
              Changes saved
            </StatusBadge>
          ) : null}
          {state === 'discarded' ? 'Changes discarded' : null}
        </p>
        {state === 'unsaved' ? (
          <div className="flex flex-wrap gap-2">
            <Button disabled={saving} onClick={onDiscard}>
              Discard changes
            </Button>
            <Button type="submit" variant="primary" pending={saving}>
              Save changes
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}
