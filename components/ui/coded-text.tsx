import { Fragment } from 'react'

/** A text in which what stands between backticks is set as code. */
export function CodedText({ text }: { text: string }) {
  return text.split('`').map((part, index) => {
    // The parts of one text stay where they are.
    const key = `${index}${part}`
    return index % 2 === 0 ? (
      <Fragment key={key}>{part}</Fragment>
    ) : (
      <code key={key} className="font-mono text-[0.92em] wrap-anywhere">
        {part}
      </code>
    )
  })
}
