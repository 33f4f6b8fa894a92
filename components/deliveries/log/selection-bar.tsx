import { RotateCwIcon } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/number-format'

type Props = { count: number; onResend: () => void; onClear: () => void }

/** What can be done with the selected rows. */
export function SelectionBar({ count, onResend, onClear }: Props) {
  return (
    <section
      aria-label="Selected deliveries"
      className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface px-4 py-2.5 max-sm:px-3 shadow-lift"
    >
      <p className="mr-auto font-medium">{formatCount(count)} selected</p>
      <Button variant="quiet" onClick={onClear}>
        Clear
      </Button>
      <Button variant="primary" onClick={onResend}>
        <RotateCwIcon aria-hidden /> Resend selected
      </Button>
    </section>
  )
}
