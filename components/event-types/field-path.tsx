const indents = ['', 'sm:pl-4', 'sm:pl-8', 'sm:pl-12']

/** A path in which the field's own name stands out; the path before it may break at its dots. */
export function FieldPath({ path, depth }: { path: string; depth: number }) {
  const start = path.lastIndexOf('.') + 1
  return (
    <code className={`block font-mono text-xs leading-5 wrap-anywhere ${indents[depth] ?? indents.at(-1)}`}>
      <span className="text-faded">{path.slice(0, start)}</span>
      <wbr />
      <span className="font-medium">{path.slice(start)}</span>
    </code>
  )
}
