'use client'

import { Progress } from '@base-ui/react/progress'
import type { ReactNode } from 'react'

type Props = {
  label: ReactNode
  value: number
  max: number
  /** "412 of 1,204" */
  valueText: string
}

/** For what takes over ten seconds and knows how far it is. */
export function ProgressBar({ label, value, max, valueText }: Props) {
  return (
    <Progress.Root value={value} max={max} aria-valuetext={valueText} className="flex flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <Progress.Label className="font-medium">{label}</Progress.Label>
        <span aria-hidden className="text-faded">
          {valueText}
        </span>
      </div>
      <Progress.Track className="h-2 overflow-hidden rounded-full border border-edge bg-inset">
        <Progress.Indicator className="h-full bg-brass transition-[width] duration-200 forced-colors:bg-[Highlight]" />
      </Progress.Track>
    </Progress.Root>
  )
}
