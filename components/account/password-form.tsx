'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PasswordInput } from '@/components/ui/password-input'
import { changePassword } from '@/lib/actions/account'
import { SHORTEST_PASSWORD } from '@/lib/schemas/password-length'
import { PasswordLength } from './password-length'
import { SavedNotice } from './saved-notice'
import { SubmissionForm } from './submission-form'
import { useSubmission } from './use-submission'

/** A new password for who knows the old one. `email` tells a password manager whose it is. */
export function PasswordForm({ email }: { email: string }) {
  const submission = useSubmission()
  const { pending, isDone, submit, problemAt } = submission
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [shown, setShown] = useState({ current: false, next: false })

  function finish({ isSignedIn }: { isSignedIn: boolean }) {
    setCurrent('')
    setNext('')
    if (!isSignedIn) window.location.assign('/signin?callbackUrl=/account')
  }

  return (
    <SubmissionForm
      submission={submission}
      onSubmit={() => {
        setShown({ current: false, next: false })
        submit(() => changePassword({ current_password: current, new_password: next }), finish)
      }}
    >
      <input type="email" name="username" autoComplete="username" readOnly value={email} hidden />
      <Field label="Current password" required error={problemAt('/current_password')}>
        <PasswordInput
          what="current password"
          shown={shown.current}
          onToggle={() => setShown({ ...shown, current: !shown.current })}
          name="current_password"
          autoComplete="current-password"
          maxLength={200}
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field
        label="New password"
        required
        error={problemAt('/new_password')}
        hint={<PasswordLength length={next.length} shortest={SHORTEST_PASSWORD} />}
      >
        <PasswordInput
          what="new password"
          shown={shown.next}
          onToggle={() => setShown({ ...shown, next: !shown.next })}
          name="new_password"
          autoComplete="new-password"
          maxLength={200}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" pending={pending}>
          Change password
        </Button>
        <SavedNotice>
          {isDone ? 'Your password is changed. Wherever else you were signed in, you no longer are.' : null}
        </SavedNotice>
      </div>
    </SubmissionForm>
  )
}
