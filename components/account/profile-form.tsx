'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { UnsavedGuard } from '@/components/ui/unsaved-guard'
import { updateAccount } from '@/lib/actions/account'
import { SavedNotice } from './saved-notice'
import { SubmissionForm } from './submission-form'
import { useSubmission } from './use-submission'
import { ZonePreview } from './zone-preview'
import { type ZoneRegion, ZoneSelect } from './zone-select'

type Props = {
  name: string
  email: string
  /** Null: the store's. */
  timeZone: string | null
  storeZone: string
  regions: readonly ZoneRegion[]
}

/** Name and time zone of the person; the e-mail address is shown. */
export function ProfileForm({ email, storeZone, regions, ...saved }: Props) {
  const router = useRouter()
  const submission = useSubmission()
  const { pending, isDone, submit, problemAt } = submission
  const [kept, setKept] = useState({ name: saved.name, zone: saved.timeZone ?? '' })
  const [name, setName] = useState(kept.name)
  const [zone, setZone] = useState(kept.zone)

  function keep(sent: { name: string; zone: string }) {
    setKept(sent)
    // What was typed meanwhile stays.
    setName((typed) => (typed.trim() === sent.name ? sent.name : typed))
    // The name in the menu and the times on every screen follow.
    router.refresh()
  }

  return (
    <SubmissionForm
      submission={submission}
      onSubmit={() => {
        const sent = { name: name.trim(), zone }
        submit(
          () => updateAccount({ name: sent.name, time_zone: zone === '' ? null : zone }),
          () => keep(sent),
        )
      }}
    >
      <UnsavedGuard when={name !== kept.name || zone !== kept.zone} />
      <Field label="Name" required error={problemAt('/name')}>
        <Input
          name="name"
          autoComplete="name"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label="E-mail address" hint="You sign in with it. It cannot be changed here.">
        <Input name="email" type="email" readOnly value={email} className="bg-inset" />
      </Field>
      <Field
        label="Time zone"
        error={problemAt('/time_zone')}
        hint={
          <>
            Screens show times in this zone
            <ZonePreview timeZone={zone === '' ? storeZone : zone} />. Statistics count by the store’s days.
          </>
        }
      >
        <ZoneSelect value={zone} onChange={setZone} storeZone={storeZone} regions={regions} />
      </Field>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="primary" pending={pending}>
          Save changes
        </Button>
        <SavedNotice>{isDone ? 'Your changes are saved.' : null}</SavedNotice>
      </div>
    </SubmissionForm>
  )
}
