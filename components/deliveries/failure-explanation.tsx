import { Banner } from '@/components/ui/banner'
import { CopyButton } from '@/components/ui/copy-button'
import type { Explanation } from '@/lib/webhooks/explain-failure'

type Props = {
  explanation: Explanation
  /** What `integratorNote` wrote. */
  note?: string
}

export function FailureExplanation({ explanation: { title, cause, nextStep }, note }: Props) {
  return (
    <Banner
      tone="danger"
      title={title}
      actions={note === undefined ? null : <CopyButton value={note} label="Copy note for the integrator" />}
    >
      <p>{cause}</p>
      <p className="mt-1">
        <span className="font-medium">Next step:</span> {nextStep}
      </p>
    </Banner>
  )
}
