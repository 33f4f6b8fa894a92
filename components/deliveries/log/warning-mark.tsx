import { TriangleAlertIcon } from 'lucide-react'

const WORDS = 'Does not match the schema of its type'

/** At a delivery whose event does not match its type's schema; the delivery's page says what. */
export function WarningMark() {
  return (
    <span title={WORDS} className="inline-flex shrink-0 text-warning">
      <TriangleAlertIcon aria-hidden className="size-3.5" />
      <span className="sr-only">{WORDS}</span>
    </span>
  )
}
