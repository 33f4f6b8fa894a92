import { cn } from '@/components/ui/cn'
import { BreakableName } from './breakable-name'

const indents = ['', 'sm:pl-4', 'sm:pl-8', 'sm:pl-12']
// In characters: what is shorter stays whole; what is longer would make its table too wide.
const SHORT = 18
const LONG = 24

/** A path in which the field's own name stands out; it breaks before that and at its dots, a long name at underscores. */
export function FieldPath({ path, depth }: { path: string; depth: number }) {
  const start = path.lastIndexOf('.') + 1
  const name = path.slice(start)
  const isLong = path.split(/[._]/).some((part) => part.length > LONG)
  return (
    <code
      className={cn(
        'block font-mono text-xs leading-5',
        isLong ? 'wrap-anywhere' : 'max-sm:wrap-anywhere',
        indents[depth] ?? indents.at(-1),
      )}
    >
      <span className="text-faded">
        <BreakableName name={path.slice(0, start)} />
      </span>
      <span className={cn('font-medium', name.length <= SHORT && 'sm:whitespace-nowrap')}>
        {name.length <= SHORT ? name : <BreakableName name={name} />}
      </span>
    </code>
  )
}
