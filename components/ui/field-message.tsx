import { CircleAlertIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { hint?: ReactNode; hintId: string; error?: ReactNode; errorId: string }

export function FieldMessage({ hint, hintId, error, errorId }: Props) {
  return (
    <>
      {error ? (
        <p id={errorId} className="flex items-start gap-1.5 text-danger text-sm">
          <CircleAlertIcon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="text-faded text-sm">
          {hint}
        </p>
      ) : null}
    </>
  )
}
