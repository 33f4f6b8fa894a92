import Link from 'next/link'
import { markFill } from '@/components/charts/marks'
import { linkClass } from '@/components/ui/link-class'
import { formatCount, formatRate } from '@/components/ui/number-format'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { errorWords } from './error-words'
import { failedLogLink } from './failed-log-link'

const SHOWN = 10

/** The most frequent errors; the longest bar is the most frequent one's. */
export function ErrorBars({ report }: { report: StatisticsReport }) {
  const { errors } = report
  const total = errors.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(...errors.map(({ count }) => count))
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        {errors.slice(0, SHOWN).map((each) => (
          <li key={errorWords(each)}>
            <div className="flex items-baseline justify-between gap-3 text-sm">
              <Link
                href={failedLogLink(report, each)}
                className={`${linkClass} inline-flex min-h-6 pointer-coarse:min-h-11 items-center`}
              >
                {errorWords(each)}
              </Link>
              <span className="whitespace-nowrap">
                {formatCount(each.count)}{' '}
                <span className="ml-2 inline-block w-16 text-right text-faded">
                  {formatRate(each.count / total)}
                </span>
              </span>
            </div>
            <svg aria-hidden width="100%" height="10" className="mt-0.5 block">
              <rect width="100%" height="10" rx="2" fill="var(--inset)" />
              <rect width={`${(each.count / most) * 100}%`} height="10" rx="2" fill={markFill.failed} />
            </svg>
          </li>
        ))}
      </ul>
      {errors.length > SHOWN ? (
        <p className="mt-3 text-faded text-sm">
          The {SHOWN} most frequent of {errors.length}. The table has them all.
        </p>
      ) : null}
    </>
  )
}
