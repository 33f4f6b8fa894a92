type Props = {
  /** What is under way; read out. */
  label: string
  value: number
  /** How much has begun, `value` included; shown paler. */
  begun?: number
  most: number
  /** The same in words: “214 of 312 finished”. */
  text: string
}

/** How far something of known length is. */
export function ProgressBar({ label, value, begun = value, most, text }: Props) {
  const percent = (count: number) => `${most === 0 ? 100 : Math.min(100, (count / most) * 100)}%`
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={Math.min(value, most)}
      aria-valuetext={text}
      className="relative h-2 overflow-hidden rounded-sm border border-edge bg-inset"
    >
      <div
        className="absolute inset-y-0 left-0 bg-brass-wash transition-[width] duration-300 motion-reduce:transition-none"
        style={{ width: percent(begun) }}
      />
      <div
        className="absolute inset-y-0 left-0 bg-brass transition-[width] duration-300 forced-colors:bg-[Highlight] motion-reduce:transition-none"
        style={{ width: percent(value) }}
      />
    </div>
  )
}
