'use client'

import { KeyboardIcon } from 'lucide-react'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { Switch } from '@/components/ui/switch'

const keys: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['/'], does: 'Search' },
  { keys: ['j', 'k'], does: 'Next row, row before' },
  { keys: ['Enter'], does: 'Open the row' },
  { keys: ['x'], does: 'Select the row' },
  { keys: ['r'], does: 'Resend the selected rows, or the row' },
  { keys: ['Esc'], does: 'Clear the selection' },
  { keys: ['?'], does: 'Show this list' },
]

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  isOn: boolean
  onSwitch: (on: boolean) => void
}

/** What the keys do, and the switch that turns them off. */
export function ShortcutsDialog({ open, onOpenChange, isOn, onSwitch }: Props) {
  return (
    <Dialog
      size="sm"
      title="Keyboard shortcuts"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton label="Keyboard shortcuts" className="pointer-coarse:hidden">
          <KeyboardIcon aria-hidden />
        </IconButton>
      }
    >
      <dl className="mb-4 grid gap-2">
        {keys.map(({ keys: names, does }) => (
          <div key={does} className="flex items-center justify-between gap-4">
            <dt className="order-2 flex gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Use single keys"
        hint="Shift and click on a box selects all rows in between, also without them."
        checked={isOn}
        onChange={(event) => onSwitch(event.target.checked)}
      />
    </Dialog>
  )
}
