import { ArrowDownIcon, ArrowUpIcon, EqualIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Change } from './change'

const arrows = {
  up: { Icon: ArrowUpIcon, word: 'Up' },
  down: { Icon: ArrowDownIcon, word: 'Down' },
  none: { Icon: EqualIcon, word: '' },
} as const

type Props = {
  label: string
  value: string
  /** Against the period before, where there is one on record. */
  change?: Change | null
  /** What the number counts. */
  children: ReactNode
}

export function Tile({ label, value, change, children }: Props) {
  return (
    <div className="flex flex-col bg-surface px-5 py-4 max-sm:px-4">
      <dt className="text-faded text-sm">{label}</dt>
      <dd className="mt-0.5 whitespace-nowrap font-semibold text-2xl tracking-tight max-sm:text-xl">
        {value}
      </dd>
      {change ? (
        <dd className="text-sm">
          <ChangeText change={change} />
        </dd>
      ) : null}
      <dd className="mt-1.5 text-faded text-xs">{children}</dd>
    </div>
  )
}

function ChangeText({ change: { direction, amount, from } }: { change: Change }) {
  const { Icon, word } = arrows[direction]
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">{word} </span>
      <span className="font-medium">{amount}</span> <span className="text-faded">from {from}</span>
    </span>
  )
}
