import { Field } from '@/components/ui/field'
import { findJsonProblem } from '@/components/ui/json-problem'
import { JsonTextarea } from '@/components/ui/json-textarea'

type Props = {
  id: string
  value: string
  isRequired: boolean
  /** It was sent as it stands, so what is wrong with it is no mere hint. */
  isSent: boolean
  error: string | undefined
  onChange: (text: string) => void
}

/** The body of a request, as text. */
export function BodyField({ id, value, isRequired, isSent, error, onChange }: Props) {
  const problem = value.trim() === '' ? null : findJsonProblem(value)
  const place = problem && `line ${problem.line}, column ${problem.column}: ${problem.message}.`
  return (
    <Field
      id={id}
      label="Body"
      aside="application/json"
      required={isRequired}
      error={error ?? (place && isSent ? `Not JSON, ${place}` : undefined)}
      hint={place && !isSent ? `Not JSON yet, ${place}` : undefined}
    >
      <JsonTextarea rows={Math.min(16, value.split('\n').length + 1)} value={value} onChange={onChange} />
    </Field>
  )
}
