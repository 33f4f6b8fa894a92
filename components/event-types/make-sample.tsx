import { WandSparklesIcon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { sampleOfSchema } from '@/lib/webhooks/event-types/sample-of-schema'
import { findDraftFaults, readObject } from './event-type-draft'
import { fieldId, type useEventTypeForm } from './use-event-type-form'

type Props = { form: ReturnType<typeof useEventTypeForm> }

/** Writes a sample by the schema; the one that it takes the place of can be had back until the new one is changed. */
export function MakeSample({ form: { draft, change, refuse } }: Props) {
  const [made, setMade] = useState({ text: '', before: '', news: '' })
  const isUntouched = made.text !== '' && draft.sample === made.text
  const canUndo = isUntouched && made.before.trim() !== '' && made.before !== made.text

  function makeSample() {
    const schema = readObject(draft.schema)
    const fault = findDraftFaults(draft).schema
    if (fault || typeof schema === 'string') {
      setMade({ text: '', before: '', news: '' })
      return refuse({ schema: fault ?? 'Fill this in.' }, { title: 'No sample was made' })
    }
    refuse({})
    const text = JSON.stringify(sampleOfSchema(schema), null, 2)
    // Pressed again, it is still the one that was written by hand.
    const before = isUntouched ? made.before : draft.sample
    setMade({
      text,
      before,
      news: before.trim() === '' || before === text ? 'A sample was made.' : 'The sample was replaced.',
    })
    change({ sample: text })
  }

  function undo() {
    change({ sample: made.before })
    setMade({ text: '', before: '', news: 'The sample is as it was.' })
    // The button is gone with what it could do.
    document.getElementById(fieldId('sample'))?.focus()
  }

  return (
    <div className="-mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button size="sm" onClick={makeSample}>
        <WandSparklesIcon aria-hidden /> Make sample from schema
      </Button>
      <span role="status" className="text-faded text-sm">
        {made.text === '' || isUntouched ? made.news : ''}
      </span>
      {canUndo ? (
        <Button size="sm" variant="quiet" onClick={undo}>
          Undo
        </Button>
      ) : null}
    </div>
  )
}
