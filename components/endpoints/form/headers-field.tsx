'use client'

import { PlusIcon } from 'lucide-react'
import { useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import { MOST_HEADERS } from '@/lib/webhooks/custom-headers'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { addHeaderRows, countHeaders } from './header-rows'
import { HeadersEditor } from './headers-editor'

/** Headers of the store's own, which each request carries. */
export function HeadersField({ signatureHeaders }: { signatureHeaders: readonly string[] }) {
  const { control } = useFormContext<EndpointFormValues>()
  const { field, fieldState } = useController({ control, name: 'headers' })
  const added = useRef<number | null>(null)
  const isFull = countHeaders(field.value) >= MOST_HEADERS

  function add() {
    added.current = field.value.length
    field.onChange(addHeaderRows(field.value, [{ name: '', value: '' }]))
  }

  return (
    <Fieldset
      id={fieldId('headers')}
      legend="Custom headers"
      hint="Sent with each request, such as an Authorization that your receiver asks for. Values are kept encrypted and are never shown again."
      error={fieldState.error?.message}
    >
      {field.value.length === 0 ? null : (
        <HeadersEditor
          rows={field.value}
          onChange={field.onChange}
          signatureHeaders={signatureHeaders}
          focusOn={added}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="sm" disabled={isFull} onClick={add}>
          <PlusIcon aria-hidden /> Add header
        </Button>
        {isFull ? <p className="text-faded text-sm">An endpoint can have {MOST_HEADERS} headers.</p> : null}
      </div>
    </Fieldset>
  )
}
