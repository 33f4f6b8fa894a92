'use client'

type Option<Value extends string> = { value: Value; label: string }

type Props<Value extends string> = {
  /** Names the group: "Form of the body". */
  label: string
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice of two or three views of the same thing. */
export function ToggleGroup<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <fieldset aria-label={label} className="inline-flex rounded-md border border-line bg-surface">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="touch-target h-6.5 border-rule px-2.5 text-faded text-sm not-first:border-l hover:text-ink focus-visible:-outline-offset-2 aria-pressed:bg-brass-wash aria-pressed:font-medium aria-pressed:text-ink aria-pressed:forced-colors:-outline-offset-2 aria-pressed:forced-colors:outline-2"
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
