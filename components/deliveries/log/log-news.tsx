import { formatCount } from '@/components/ui/number-format'
import { type ResendOutcome, resendSummary } from './resend-result'

type Props = { selected: number; isAll: boolean; outcome: ResendOutcome | null }

/** Read out, not seen. It is there before there is anything to say, as screen readers need it. */
export function LogNews({ selected, isAll, outcome }: Props) {
  return (
    <div role="status" aria-live="polite" aria-atomic="false" className="sr-only">
      <p>
        {selected === 0 ? '' : isAll ? 'All that match selected' : `${formatCount(selected)} rows selected`}
      </p>
      <p>{outcome ? resendSummary(outcome) : ''}</p>
    </div>
  )
}
