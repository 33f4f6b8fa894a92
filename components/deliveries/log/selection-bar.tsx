import { RotateCwIcon } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/number-format'

type Props = {
  count: number
  /** How many match the filters; null where nobody knows, undefined where no more than these do. */
  matching: { count: number | null; isCapped: boolean } | undefined
  /** All that match are selected, on whichever page. */
  isAll: boolean
  onAll: (isAll: boolean) => void
  onResend: () => void
  onClear: () => void
}

/** What can be done with the selected rows. */
export function SelectionBar({ count, matching, isAll, onAll, onResend, onClear }: Props) {
  const all = matching?.count == null ? '' : ` ${formatCount(matching.count)}${matching.isCapped ? '+' : ''}`
  return (
    <section
      aria-label="Selected deliveries"
      className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface px-4 py-2.5 max-sm:px-3 shadow-lift"
    >
      <div className="mr-auto flex flex-wrap items-center gap-x-2">
        <p className="font-medium">
          {isAll ? `All${all} matching selected` : `${formatCount(count)} selected`}
        </p>
        {matching ? (
          <Button variant="quiet" size="sm" onClick={() => onAll(!isAll)}>
            {isAll ? 'Only this page' : `Select all${all} matching`}
          </Button>
        ) : null}
      </div>
      <Button variant="quiet" onClick={onClear}>
        Clear
      </Button>
      <Button variant="primary" onClick={onResend}>
        <RotateCwIcon aria-hidden /> {isAll ? 'Resend all matching' : 'Resend selected'}
      </Button>
    </section>
  )
}
