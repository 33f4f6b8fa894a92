'use client'

import { LogOutIcon } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import { signOut } from './sign-out'

export function SignOutButton(props: Pick<ButtonProps, 'variant' | 'className'>) {
  const [pending, start] = useTransition()
  const [hasFailed, setHasFailed] = useState(false)
  return (
    <>
      <Button
        {...props}
        pending={pending}
        onClick={() => start(async () => setHasFailed(!(await signOut())))}
      >
        <LogOutIcon aria-hidden /> Sign out
      </Button>
      {hasFailed ? (
        <p role="alert" className="px-3 text-danger text-sm">
          Shopbell could not be reached: you are still signed in.
        </p>
      ) : null}
    </>
  )
}
