'use client'

import { useState, useTransition } from 'react'
import { callAction } from '@/components/shell/call-action'
import { Button } from '@/components/ui/button'
import type { Theme } from '@/components/ui/theme'
import { ThemeChoice } from '@/components/ui/theme-choice'
import { updateAccount } from '@/lib/actions/account'
import { SavedNotice } from './saved-notice'

type Unsaved = { theme: Theme; message: string }

/** The theme: shown and kept in this browser at once, and saved for the others. */
export function ThemeSetting({ initial }: { initial: Theme }) {
  const [pending, start] = useTransition()
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null)
  const [isSaved, setIsSaved] = useState(false)

  function save(theme: Theme) {
    setIsSaved(false)
    start(async () => {
      const result = await callAction(updateAccount({ theme }))
      start(() => {
        setUnsaved(result.ok ? null : { theme, message: result.message })
        setIsSaved(result.ok)
      })
    })
  }

  return (
    <div className="flex flex-col items-start">
      <ThemeChoice initial={initial} onChange={save} />
      <SavedNotice className="not-empty:mt-3">
        {isSaved ? 'Saved for every browser you sign in with.' : null}
      </SavedNotice>
      {unsaved ? (
        <div role="alert" className="mt-3 text-danger text-sm">
          <p>This browser shows it, but it was not saved to your account. {unsaved.message}</p>
          <Button size="sm" className="mt-2" pending={pending} onClick={() => save(unsaved.theme)}>
            Save theme again
          </Button>
        </div>
      ) : null}
    </div>
  )
}
