'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { notify } from '@/components/ui/notify'
import { RadioGroup } from '@/components/ui/radio-group'
import { updateEventType } from '@/lib/actions/event-types'
import type { ValidationMode } from '@/lib/webhooks/event-types/event-catalogue'
import { VALIDATION_HINT, validationOptions } from './validation-words'

/** How strictly a type's events are checked, for who may change it. */
export function ValidationSetting({ name, validation }: { name: string; validation: ValidationMode }) {
  const router = useRouter()
  const heading = useRef<HTMLSpanElement>(null)
  const [chosen, setChosen] = useState(validation)
  const [known, setKnown] = useState(validation)
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, start] = useTransition()

  // Changed elsewhere in the meantime, or saved here.
  if (known !== validation) {
    setKnown(validation)
    setChosen(validation)
  }

  function save() {
    start(async () => {
      const result = await callAction(updateEventType({ name, changes: { validation: chosen } }))
      start(() => setProblem(result.ok ? null : refusalText(result)))
      if (!result.ok) return
      notify('The check of events was changed')
      // There is nothing more to save, so the button can keep no focus.
      heading.current?.focus()
      router.refresh()
    })
  }

  return (
    <Card
      title={
        <span ref={heading} tabIndex={-1}>
          Check of events
        </span>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {problem === null ? null : (
          <Banner tone="danger" role="alert" title="The change was not saved">
            {problem}
          </Banner>
        )}
        <RadioGroup
          legend="When an event does not match the schema"
          value={chosen}
          onChange={setChosen}
          options={validationOptions}
          hint={`For all stores of this installation. ${VALIDATION_HINT}`}
        />
        <Button type="submit" className="self-start" pending={pending} disabled={chosen === validation}>
          Save
        </Button>
      </form>
    </Card>
  )
}
