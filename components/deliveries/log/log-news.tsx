import { formatCount } from '@/components/ui/number-format'
import { type ResendOutcome, resendSummary } from './resend-result'

type Props = { selected: number; outcome: ResendOutcome | null }

/** Read out, not seen. It is there before there is anything to say, as screen readers need it. */
export function LogNews({ selected, outcome }: Props) {
  return (
    <div role="status" aria-live="polite" aria-atomic="false" className="sr-only">
      <p>{selected === 0 ? '' : `${formatCount(selected)} rows selected`}</p>
      <p>{outcome ? resendSummary(outcome) : ''}</p>
    </div>
  )
}
