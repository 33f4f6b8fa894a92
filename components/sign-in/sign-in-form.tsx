'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { FailureNotice } from './failure-notice'
import { requestSignIn, type SignInFailure } from './request-sign-in'
import { useIsHydrated } from './use-is-hydrated'
import { useSecondsUntil } from './use-seconds-until'

type Props = {
  /** A path of ours, already checked. */
  returnTo: string
  /** The person was signed in until a moment ago. */
  expired: boolean
}

type Missing = { email: boolean; password: boolean }

export function SignInForm({ returnTo, expired }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<SignInFailure | null>(null)
  const [missing, setMissing] = useState<Missing>({ email: false, password: false })
  const [shown, setShown] = useState(false)
  const secondsLeft = useSecondsUntil(failure?.kind === 'blocked' ? failure.until : null)
  const hydrated = useIsHydrated()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending || secondsLeft > 0) return
    const fields = new FormData(event.currentTarget)
    const email = textIn(fields, 'email').trim()
    const password = textIn(fields, 'password')
    setMissing({ email: email === '', password: password === '' })
    if (email === '' || password === '') {
      setFailure(null)
      focusOn(form.current, email === '' ? 'email' : 'password')
      return
    }
    setPending(true)
    // A password manager keeps what stands in a password field.
    setShown(false)
    const refusal = await requestSignIn(email, password)
    // Everything is rendered anew for whoever signed in, and Back does not lead here.
    if (refusal === null) return window.location.replace(returnTo)
    setPending(false)
    setFailure(refusal)
  }

  return (
    // Without its script it must not put the password into the address.
    <form ref={form} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      {failure ? (
        <FailureNotice failure={failure} secondsLeft={secondsLeft} retrying={pending} />
      ) : expired ? (
        <Banner tone="info" title="Your session has expired. Sign in to continue." />
      ) : null}
      <Field label="E-mail address" error={missing.email ? 'Fill in your e-mail address.' : undefined}>
        <Input
          name="email"
          required
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={254}
          // The wait may be another account's.
          onChange={() => failure?.kind === 'blocked' && setFailure(null)}
        />
      </Field>
      <Field label="Password" error={missing.password ? 'Fill in your password.' : undefined}>
        <PasswordInput
          name="password"
          required
          autoComplete="current-password"
          maxLength={200}
          shown={shown}
          onToggle={() => setShown(!shown)}
        />
      </Field>
      <fieldset disabled={!hydrated} className="contents">
        <Button
          type="submit"
          variant="primary"
          size="lg"
          pending={pending}
          disabled={secondsLeft > 0}
          className="mt-1 w-full"
        >
          {secondsLeft > 0 ? `Sign in again in ${countdown(secondsLeft)}` : 'Sign in'}
        </Button>
      </fieldset>
    </form>
  )
}

function textIn(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

function focusOn(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}

function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
