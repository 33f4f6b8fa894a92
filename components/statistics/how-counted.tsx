import { daySpan } from '@/components/charts/day-words'
import { formatDay } from '@/components/ui/clock-format'
import { Disclosure } from '@/components/ui/disclosure'
import type { StatisticsReport } from '@/lib/operations/statistics-report'

/** What the numbers mean: for who has to answer for them. */
export function HowCounted({ report: { timeZone, previous, recordedSince } }: { report: StatisticsReport }) {
  return (
    <Disclosure summary="How this is counted">
      <ul className="flex max-w-3xl list-disc flex-col gap-1.5 pl-4 text-sm">
        <li>
          A delivery counts on the day on which it became final, by how it ended the first time: delivered,
          failed or cancelled. A resend afterwards does not change that; what it delivers counts as recovered.
        </li>
        <li>
          Success rate: delivered of delivered and failed. Cancelled deliveries and test sends do not count.
          Rates are rounded down, so 100 % means every one.
        </li>
        <li>
          Response times are those of all requests, retries and resends too, from their start to the end of
          the answer or the failure. They are counted in steps and accurate to 9 %. A percentile is always
          taken from all requests of the days, never as a mean of daily ones.
        </li>
        <li>
          {previous
            ? `Changes compare with ${daySpan(previous)}, as many days before. Today has not ended, so its numbers still grow.`
            : comparison(recordedSince)}
        </li>
        <li>
          Days begin at midnight in {timeZone}, the time zone of the store. Statistics outlive the delivery
          log.
        </li>
      </ul>
    </Disclosure>
  )
}

function comparison(recordedSince: string | null): string {
  if (recordedSince === null) return 'Nothing is on record yet.'
  return `The first day on record is ${formatDay(recordedSince)}, so there are not as many days before these to compare with.`
}
