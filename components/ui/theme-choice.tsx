'use client'

import { MonitorIcon, MoonIcon, SunIcon } from 'lucide-react'
import { useState } from 'react'
import { applyTheme, THEMES, type Theme } from './theme'

const shown = {
  system: { label: 'System', Icon: MonitorIcon },
  light: { label: 'Light', Icon: SunIcon },
  dark: { label: 'Dark', Icon: MoonIcon },
} as const

export function ThemeChoice({ initial, onChange }: { initial: Theme; onChange?: (theme: Theme) => void }) {
  const [chosen, setChosen] = useState(initial)
  return (
    <fieldset className="inline-flex w-fit rounded-md border border-line bg-surface p-0.5">
      <legend className="sr-only">Theme</legend>
      {THEMES.map((theme) => {
        const { label, Icon } = shown[theme]
        return (
          <label
            key={theme}
            className="touch-target inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5 text-faded text-sm hover:text-ink has-checked:bg-brass-wash has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-brass-ink has-focus-visible:outline-offset-2 has-checked:forced-colors:outline-1"
          >
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={chosen === theme}
              onChange={() => {
                setChosen(theme)
                applyTheme(theme)
                onChange?.(theme)
              }}
              className="sr-only"
            />
            <Icon aria-hidden className="size-3.5" />
            {label}
          </label>
        )
      })}
    </fieldset>
  )
}
