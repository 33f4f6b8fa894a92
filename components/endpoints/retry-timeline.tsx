import { formatCount, formatDuration } from '@/components/ui/number-format'
import { delayText, retryWords } from './retry-words'

/** The attempts of a schedule along a line, each with the time that passes before it. */
export function RetryTimeline({ delaysMs }: { delaysMs: readonly number[] }) {
  const total = delaysMs.reduce((sum, delayMs) => sum + delayMs, 0)
  const attempts = [
    { number: 1, label: 'at once' },
    ...delaysMs.map((delayMs, index) => ({ number: index + 2, label: `+ ${delayText(delayMs)}` })),
  ]
  return (
    <span className="block max-w-full">
      <span className="sr-only">{retryWords(delaysMs)}</span>
      <span aria-hidden className="mt-1.5 flex flex-wrap gap-y-2 text-faded text-xs">
        {attempts.map(({ number, label }) => (
          <span key={number} className="flex min-w-15 flex-col gap-1 last:min-w-0">
            <span className="flex h-2 items-center">
              <span className="size-2 shrink-0 rounded-full bg-faded" />
              {number < attempts.length ? <span className="h-px grow bg-edge" /> : null}
            </span>
            <span className="whitespace-nowrap pr-3">{label}</span>
          </span>
        ))}
      </span>
      <span aria-hidden className="mt-1 block text-faded text-xs">
        {attempts.length === 1
          ? 'One attempt, and no retry'
          : `${formatCount(attempts.length)} attempts, ${formatDuration(total)} in all`}
      </span>
    </span>
  )
}
