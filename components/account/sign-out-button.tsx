'use client'

import { LogOutIcon } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

export function SignOutButton() {
  const [pending, setPending] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)

  async function leave() {
    setPending(true)
    try {
      await signOut({ callbackUrl: '/signin' })
    } catch {
      setPending(false)
      setHasFailed(true)
    }
  }

  return (
    <>
      {hasFailed ? (
        <p role="alert" className="text-danger text-sm">
          Shopbell could not be reached: you are still signed in.
        </p>
      ) : null}
      <Button pending={pending} onClick={leave}>
        <LogOutIcon aria-hidden /> Sign out
      </Button>
    </>
  )
}
