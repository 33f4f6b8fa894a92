'use client'

import { type RefObject, useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { addHeaderRows, type HeaderRow, headerNameFault } from './header-rows'
import { NewHeader } from './new-header'
import { SavedHeader } from './saved-header'

type Props = {
  rows: readonly HeaderRow[]
  onChange: (rows: HeaderRow[]) => void
  signatureHeaders: readonly string[]
  /** The row that was added last, whose name takes the focus once. */
  focusOn: RefObject<number | null>
}

/** The headers of an endpoint, one row each. */
export function HeadersEditor({ rows, onChange, signatureHeaders, focusOn }: Props) {
  const form = useFormContext<EndpointFormValues>()
  const errors = form.formState.errors.headers
  useEffect(() => {
    if (focusOn.current === null || focusOn.current >= rows.length) return
    document.getElementById(fieldId(`headers.${focusOn.current}.name`))?.focus()
    focusOn.current = null
  }, [rows.length, focusOn])

  const change = (index: number, changed: Partial<HeaderRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...changed } : row)))

  function remove(index: number) {
    onChange(rows.filter((_, at) => at !== index))
    // The button that was pressed has gone.
    document.getElementById(fieldId('headers'))?.focus()
  }

  /** Several headers that were copied together go into this row and into new ones. */
  function paste(index: number, pairs: readonly { name: string; value: string }[]) {
    const [first, ...rest] = pairs
    onChange(
      addHeaderRows(
        rows.map((row, at) => (at === index ? { ...row, ...first } : row)),
        rest,
      ),
    )
  }

  function checkName(index: number) {
    if (rows[index]?.name.trim() === '') return
    const message = headerNameFault(rows, index, signatureHeaders)
    if (message !== null) form.setError(`headers.${index}.name`, { type: 'name', message })
  }

  return (
    <ul className="flex flex-col divide-y divide-rule rounded-md border border-rule">
      {rows.map((row, index) => (
        <li key={row.key} className="px-3.5 py-3">
          {row.change === 'new' ? (
            <NewHeader
              row={row}
              index={index}
              nameError={errors?.[index]?.name?.message}
              valueError={errors?.[index]?.value?.message}
              onChange={(changed) => change(index, changed)}
              onPaste={(pairs) => paste(index, pairs)}
              onNameLeft={() => checkName(index)}
              onRemove={() => remove(index)}
            />
          ) : (
            <SavedHeader
              row={row}
              index={index}
              error={errors?.[index]?.value?.message}
              onChange={(changed) => change(index, changed)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
