'use client'

import { EyeIcon, EyeOffIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

type Props = Omit<ComponentProps<typeof Input>, 'type'> & { shown: boolean; onToggle: () => void }

/** A password that can be looked at while it is typed. */
export function PasswordInput({ shown, onToggle, ...rest }: Props) {
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
        <IconButton
          size="sm"
          label={shown ? 'Hide password' : 'Show password'}
          onClick={onToggle}
          type="button"
        >
          {shown ? <EyeOffIcon /> : <EyeIcon />}
        </IconButton>
      </div>
    </div>
  )
}
