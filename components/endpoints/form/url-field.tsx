'use client'

import { useCallback, useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { EndpointFormRules } from '@/lib/operations/endpoint-form'
import { hasPlaceholders } from '@/lib/webhooks/placeholders'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { PlaceholderButton } from './placeholder-button'
import { insertPlaceholder } from './preview-placeholders'
import { urlHint } from './url-hint'
import { useLoaded } from './use-loaded'

const loadMenu = () => import('./placeholder-menu')
const preloadMenu = () => void loadMenu().catch(() => {})
const loadPreview = () => import('./placeholder-preview')

/** Where requests go. What only a URL with placeholders, or somebody who wants one, needs is loaded then. */
export function UrlField({ rules }: { rules: EndpointFormRules }) {
  const form = useFormContext<EndpointFormValues>()
  const [wantsMenu, setWantsMenu] = useState(false)
  const caret = useRef<number | null>(null)
  const url = useWatch({ control: form.control, name: 'url' })
  const field = form.register('url', { onBlur: checkUrl, onChange: () => form.clearErrors('url') })
  const id = fieldId('url')
  const PlaceholderPreview = useLoaded(loadPreview, hasPlaceholders(url))
  const PlaceholderMenu = useLoaded(
    loadMenu,
    wantsMenu,
    useCallback(() => setWantsMenu(false), []),
  )

  /** As one leaves the field; one that is still empty is told when the form is sent. */
  function checkUrl() {
    const input = document.getElementById(id)
    if (input instanceof HTMLInputElement) caret.current = input.selectionStart
    const typed = form.getValues('url')
    if (typed !== typed.trim()) form.setValue('url', typed.trim(), { shouldDirty: true })
    if (typed.trim() !== '') void form.trigger('url')
  }

  function insert(name: string) {
    const inserted = insertPlaceholder(form.getValues('url'), caret.current, name)
    form.setValue('url', inserted.url, { shouldDirty: true })
    form.clearErrors('url')
    caret.current = inserted.caret
    const input = document.getElementById(id)
    if (!(input instanceof HTMLInputElement)) return
    // Once the menu has closed.
    requestAnimationFrame(() => {
      input.focus()
      input.setSelectionRange(inserted.caret, inserted.caret)
    })
  }

  return (
    <div className="flex flex-col gap-2.5">
      <Field
        id={id}
        label="URL"
        required
        error={form.formState.errors.url?.message}
        hint={urlHint(rules.allowedCidrs)}
      >
        <Input {...field} mono inputMode="url" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {PlaceholderMenu ? (
          <PlaceholderMenu onInsert={insert} />
        ) : (
          <PlaceholderButton
            aria-haspopup="listbox"
            aria-expanded={false}
            onPointerEnter={preloadMenu}
            onFocus={preloadMenu}
            onClick={() => setWantsMenu(true)}
          />
        )}
        <p className="min-w-0 flex-1 basis-64 text-faded text-sm">
          Path and parameters can hold values of the event:{' '}
          <span className="font-mono wrap-anywhere">
            /orders/{'{{order_id}}'}?total={'{{order_total}}'}
          </span>
        </p>
      </div>
      {PlaceholderPreview && hasPlaceholders(url) ? <PlaceholderPreview url={url} /> : null}
    </div>
  )
}
