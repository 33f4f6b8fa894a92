'use client'

import { EyeIcon, EyeOffIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button } from './button'
import { Input } from './input'

type Props = Omit<ComponentProps<typeof Input>, 'type'> & {
  shown: boolean
  onToggle: () => void
  /** Tells apart the buttons of several: "current password". */
  what?: string
}

/** A password that can be looked at while it is typed. Hide it when it is sent: managers keep what stands in a password field. */
export function PasswordInput({ shown, onToggle, what = 'password', ...rest }: Props) {
  return (
    <div className="relative">
      <Input
        {...rest}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="pr-10 pointer-coarse:pr-12"
      />
      <div className="absolute inset-y-0 right-0 flex items-center px-0.75 pointer-coarse:px-0">
        <Button
          size="sm"
          variant="quiet"
          // Not an IconButton, whose tooltip would be half of what the sign-in page loads.
          aria-label={shown ? `Hide ${what}` : `Show ${what}`}
          onClick={onToggle}
          type="button"
          className="w-7 px-0"
        >
          {shown ? <EyeOffIcon aria-hidden /> : <EyeIcon aria-hidden />}
        </Button>
      </div>
    </div>
  )
}
