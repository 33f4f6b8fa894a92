'use client'

import { useEffect, useRef, useState } from 'react'
import { SwitchDialog } from '@/components/endpoints/switch-dialog'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Button, type ButtonProps } from '@/components/ui/button'
import { updateEndpoint } from '@/lib/actions/endpoints'
import { useAfterChange } from './use-after-change'

type Props = {
  endpoint: { id: string; name: string }
  isDisabled: boolean
  size?: ButtonProps['size']
}

/** Disables an enabled endpoint, or enables a disabled one, once the person knows what follows from it. */
export function EndpointSwitch({ endpoint: { id, name }, isDisabled, size }: Props) {
  const afterChange = useAfterChange(id)
  const [open, setOpen] = useState(false)
  // As it was when the dialog opened: it must not turn into its opposite while it closes.
  const [enables, setEnables] = useState(isDisabled)
  const hasChanged = useRef(false)

  // The banner that it may stand in goes with the change, and the focus with it.
  useEffect(
    () => () => {
      if (hasChanged.current) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    },
    [],
  )

  function toggle(next: boolean) {
    if (next) setEnables(isDisabled)
    setOpen(next)
  }

  async function change() {
    const status = enables ? 'enabled' : 'disabled'
    const result = await callAction(updateEndpoint({ id, changes: { status } }))
    if (!result.ok) return refusalText(result)
    hasChanged.current = true
    afterChange()
    return undefined
  }

  return (
    <SwitchDialog
      endpoint={{ id, name }}
      enables={enables}
      open={open}
      onOpenChange={toggle}
      trigger={<Button size={size}>{isDisabled ? 'Enable' : 'Disable'}</Button>}
      onConfirm={change}
    />
  )
}
