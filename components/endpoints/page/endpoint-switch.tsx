'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Button, type ButtonProps } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { updateEndpoint } from '@/lib/actions/endpoints'
import { overviewQuery } from './overview-query'
import { PendingCount } from './pending-count'
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
  const { data } = useQuery({ ...overviewQuery(id), enabled: open && !enables })
  const verb = enables ? 'Enable' : 'Disable'

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
    <ConfirmDialog
      open={open}
      onOpenChange={toggle}
      trigger={<Button size={size}>{isDisabled ? 'Enable' : 'Disable'}</Button>}
      title={`${verb} endpoint “${name}”?`}
      confirmLabel={verb}
      onConfirm={change}
    >
      {enables ? (
        <>
          <p>Events that happen from now on are delivered to it, and its failures so far are forgotten.</p>
          <p>
            Events that happened while it was disabled are not delivered afterwards. Deliveries that were
            cancelled stay so; each can be resent from the log.
          </p>
        </>
      ) : (
        <>
          <p>
            <PendingCount count={data?.pending.count} />
          </p>
          <p>
            Events that happen until you enable it again make no delivery for it, and are not delivered
            afterwards. Test events still work.
          </p>
        </>
      )}
    </ConfirmDialog>
  )
}
