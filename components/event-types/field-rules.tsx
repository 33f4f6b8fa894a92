type Props = { limits: readonly string[]; choices: readonly string[]; pattern?: string | null }

/** What values a field or a parameter may have, below its description. */
export function FieldRules({ limits, choices, pattern = null }: Props) {
  const [first = '', ...more] = limits
  return (
    <>
      {first === '' ? null : (
        <span className="block text-faded">
          {[`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...more].join('; ')}
        </span>
      )}
      {pattern === null ? null : (
        <span className="block text-faded">
          Matches <code className="font-mono text-ink text-xs wrap-anywhere">{pattern}</code>
        </span>
      )}
      {choices.length === 0 ? null : (
        <span className="block text-faded">
          One of{' '}
          {choices.map((choice, index) => (
            <span key={choice}>
              {index === 0 ? '' : ', '}
              <code className="font-mono text-ink text-xs">{choice}</code>
            </span>
          ))}
        </span>
      )}
    </>
  )
}
