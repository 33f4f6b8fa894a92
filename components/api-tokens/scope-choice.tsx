'use client'

import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { type Scope, scopes } from '@/lib/schemas/scopes'
import { presetOf, presets, scopeWords } from './scope-words'

type Props = { chosen: readonly Scope[]; onChange: (chosen: Scope[]) => void; error?: string | undefined }

/** What a token may do: a preset, or scope by scope. */
export function ScopeChoice({ chosen, onChange, error }: Props) {
  const preset = presetOf(chosen)
  const toggle = (scope: Scope, isChosen: boolean) =>
    onChange(scopes.filter((each) => (each === scope ? isChosen : chosen.includes(each))))
  return (
    <Fieldset legend="What it may do" required error={error} hint="Give it no more than its program needs.">
      <div className="flex flex-wrap gap-2">
        {presets.map(({ name, label, scopes: own }) => (
          <Button
            key={name}
            size="sm"
            aria-pressed={preset?.name === name}
            className="aria-pressed:border-brass-ink aria-pressed:bg-brass-wash"
            onClick={() => onChange([...own])}
          >
            {label}
          </Button>
        ))}
      </div>
      {scopes.map((scope) => (
        <Checkbox
          key={scope}
          label={<span className="font-mono text-sm">{scope}</span>}
          hint={scopeWords[scope]}
          checked={chosen.includes(scope)}
          aria-invalid={error !== undefined || undefined}
          onChange={(event) => toggle(scope, event.target.checked)}
        />
      ))}
    </Fieldset>
  )
}
