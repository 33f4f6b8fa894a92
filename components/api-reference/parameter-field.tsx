import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { ReferenceParameter } from '@/lib/http/openapi/reference'

type Props = {
  id: string
  parameter: ReferenceParameter
  value: string
  error?: string | undefined
  onChange: (value: string) => void
}

/** One parameter of a request to fill in: a list where it has few values. */
export function ParameterField({ id, parameter, value, error, onChange }: Props) {
  const { name, place, isRequired, choices } = parameter
  return (
    <Field
      id={id}
      label={<span className="font-mono">{name}</span>}
      aside={place}
      required={isRequired}
      error={error}
    >
      {choices.length > 0 ? (
        <Select value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">Not given</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      ) : (
        <Input
          mono
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
    </Field>
  )
}
