/** The square of a checkbox and the circle of a radio; an SVG behind the input draws the mark. */
export const choiceBox =
  'peer size-4.5 shrink-0 appearance-none border border-edge bg-surface transition-colors checked:border-brass-ink checked:bg-brass indeterminate:border-brass-ink indeterminate:bg-brass hover:border-faded disabled:cursor-not-allowed disabled:border-rule disabled:bg-inset aria-invalid:border-danger forced-colors:appearance-auto'

/** Around box and words: the whole line can be pressed. */
export const choiceLine =
  'inline-flex min-h-6 min-w-6 max-w-full items-start gap-2 py-0.5 pointer-coarse:min-h-11 pointer-coarse:py-2.5 has-disabled:text-faded'
