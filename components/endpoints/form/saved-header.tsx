'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fieldId } from './form-fields'
import type { HeaderRow } from './header-rows'

type Props = {
  row: HeaderRow
  index: number
  error: string | undefined
  onChange: (changed: Partial<HeaderRow>) => void
}

/** A header whose value is kept by the server: to replace or to remove, never to read. */
export function SavedHeader({ row, index, error, onChange }: Props) {
  const id = fieldId(`headers.${index}.value`)
  const { name, change } = row

  /** The button that was pressed goes: the next thing to do takes the focus. */
  function changeTo(next: HeaderRow['change'], focusOn: string) {
    onChange({ change: next, value: '' })
    requestAnimationFrame(() => document.getElementById(focusOn)?.focus())
  }

  if (change === 'replace') {
    return (
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <Field
          id={id}
          label={<>New value of {name}</>}
          error={error}
          className="flex-1 basis-56 wrap-anywhere"
        >
          <Input
            mono
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={row.value}
            onChange={(event) => onChange({ value: event.target.value })}
          />
        </Field>
        <Button className="sm:mt-6.5" onClick={() => changeTo('keep', `${id}-replace`)}>
          Keep old value
        </Button>
      </div>
    )
  }
  const isRemoved = change === 'remove'
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="min-w-0 font-mono text-sm wrap-anywhere">
        <span className={isRemoved ? 'text-faded line-through' : undefined}>{name}</span>
        {isRemoved ? null : ': '}
        {isRemoved ? null : (
          <>
            <span aria-hidden className="text-faded">
              ••••••••
            </span>
            <span className="sr-only">value not shown</span>
          </>
        )}
        {isRemoved ? <span className="font-sans text-faded"> removed once you save</span> : null}
      </p>
      <div className="flex gap-2">
        {isRemoved ? (
          <Button id={`${id}-undo`} size="sm" onClick={() => changeTo('keep', `${id}-remove`)}>
            Undo <span className="sr-only">removing {name}</span>
          </Button>
        ) : (
          <>
            <Button id={`${id}-replace`} size="sm" onClick={() => changeTo('replace', id)}>
              Replace <span className="sr-only">value of {name}</span>
            </Button>
            <Button id={`${id}-remove`} size="sm" onClick={() => changeTo('remove', `${id}-undo`)}>
              Remove <span className="sr-only">{name}</span>
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
