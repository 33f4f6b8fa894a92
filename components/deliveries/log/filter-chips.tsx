import { XIcon } from 'lucide-react'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import type { FilterPart } from './filter-words'
import { changeFilter, logHref } from './log-address'

/** What narrows the log, each to be taken away. */
export function FilterChips({ filter, parts }: { filter: LogFilterInput; parts: readonly FilterPart[] }) {
  if (parts.length === 0) return null
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-2">
      {parts.map(({ key, label, without }) => (
        <li key={key} className="min-w-0">
          <a
            href={logHref(changeFilter(filter, without))}
            data-chip
            aria-label={`Remove filter ${label}`}
            className="touch-target inline-flex pointer-fine:min-h-6.5 max-w-full items-center gap-1.5 rounded-md border border-brass-ink/30 bg-brass-wash py-0.5 pr-1.5 pl-2.5 text-sm hover:border-brass-ink"
          >
            <span className="min-w-0 truncate">{label}</span>
            <XIcon aria-hidden className="size-3.5 shrink-0 text-faded" />
          </a>
        </li>
      ))}
      <li>
        <a
          href="?"
          data-chip-all
          className="touch-target inline-flex pointer-fine:min-h-6.5 items-center rounded-md px-1.5 text-sm underline decoration-brass underline-offset-3 hover:text-brass-ink"
        >
          Clear all
        </a>
      </li>
    </ul>
  )
}
