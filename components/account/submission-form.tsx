'use client'

import type { ReactNode } from 'react'
import { RefusalNotice } from './refusal-notice'
import type { useSubmission } from './use-submission'

type Props = { submission: ReturnType<typeof useSubmission>; onSubmit: () => void; children: ReactNode }

/** Around the fields of a submission: sends it, and says what no field explains. */
export function SubmissionForm({ submission: { form, refusal, clearDone }, onSubmit, children }: Props) {
  return (
    <form
      ref={form}
      // Without its script it must not put what was typed into the address.
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onChange={clearDone}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <RefusalNotice refusal={refusal} />
      {children}
    </form>
  )
}
