import { Textarea } from './textarea'

type Props = { rows: number; value: string; onChange: (text: string) => void }

/** JSON to write, in a Field: in lines as it was typed, and nothing is put right. */
export function JsonTextarea({ rows, value, onChange }: Props) {
  return (
    <Textarea
      mono
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      wrap="off"
      className="overflow-x-auto"
    />
  )
}
