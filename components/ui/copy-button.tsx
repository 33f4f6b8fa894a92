'use client'

import { CheckIcon, CopyIcon } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button'
import { IconButton } from './icon-button'

type Props = Omit<ButtonProps, 'value' | 'onClick' | 'children' | 'aria-label'> & {
  value: string
  /** "Copy event ID" */
  label: string
  iconOnly?: boolean
}

type Result = 'copied' | 'refused' | undefined

/** Copies and says so, on itself and politely to a screen reader. */
export function CopyButton({ value, label, iconOnly = false, size = 'sm', ...rest }: Props) {
  const [result, setResult] = useState<Result>()
  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(undefined), 2500)
    return () => clearTimeout(timer)
  }, [result])
  async function copy() {
    try {
      // Without a secure connection there is no clipboard, which throws as a refusal does.
      await navigator.clipboard.writeText(value)
      setResult('copied')
    } catch {
      setResult('refused')
    }
  }
  const said =
    result === 'copied' ? 'Copied' : result === 'refused' ? 'Copying was refused by the browser' : ''
  const icon: ReactNode =
    result === 'copied' ? <CheckIcon aria-hidden className="text-success" /> : <CopyIcon aria-hidden />
  return (
    <>
      {iconOnly ? (
        <IconButton {...rest} size={size} label={label} onClick={copy}>
          {icon}
        </IconButton>
      ) : (
        <Button {...rest} size={size} onClick={copy}>
          {icon}
          {label}
        </Button>
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
