import { formatInstant } from '@/components/ui/clock-format'
import { formatCount } from '@/components/ui/number-format'
import type { Excluded } from '@/lib/operations/resends'

/** Why deliveries are left out of a bulk resend. */
const exclusionTexts: Record<keyof Excluded, string> = {
  already_delivered: 'Delivered already.',
  in_flight: 'Still under way: Shopbell tries them by itself.',
  endpoint_unavailable: 'The endpoint is disabled or deleted.',
  payload_gone: 'The event is older than the log is kept.',
  test_send: 'Test events.',
}

/** The reasons that apply, with how many each concerns. */
export function excludedReasons(excluded: Excluded): { reason: string; count: number }[] {
  return Object.entries(exclusionTexts).flatMap(([name, reason]) => {
    const count = isReason(name) ? excluded[name] : 0
    return count > 0 ? [{ reason, count }] : []
  })
}

function isReason(name: string): name is keyof Excluded {
  return name in exclusionTexts
}

/** How long so many take at a rate: “about 2 min”; retries may go on for longer. */
export function estimateText(total: number, rate: number): string {
  const seconds = Math.ceil(total / rate)
  if (seconds < 60) return 'less than a minute'
  if (seconds < 5_400) return `about ${Math.round(seconds / 60)} min`
  return seconds < 129_600
    ? `about ${Math.round(seconds / 3_600)} h`
    : `about ${Math.round(seconds / 86_400)} days`
}

/** “This takes about 2 min.” */
export function takesText(total: number, rate: number): string {
  return `This takes ${estimateText(total, rate)}.`
}

type Planned = { endpointName: string; count: number; pausedUntil: Date | null }

/** The same for a plan, some of whose endpoints may be paused: theirs wait, however few they are. */
export function planTakesText(byEndpoint: readonly Planned[], rate: number, timeZone: string): string {
  const total = countAll(byEndpoint)
  const paused = byEndpoint.filter(({ pausedUntil }) => pausedUntil !== null)
  if (paused.length === 0) return takesText(total, rate)
  const rest = total - countAll(paused)
  return [
    ...(paused.length > MOST_NAMED
      ? [
          `${formatCount(paused.length)} of these endpoints are paused after failures: their deliveries wait until that ends.`,
        ]
      : paused.map((each) => pausedText(each, timeZone))),
    ...(rest > 0 ? [`The others take ${estimateText(rest, rate)}.`] : []),
  ].join(' ')
}

const MOST_NAMED = 3

function pausedText({ endpointName, pausedUntil }: Planned, timeZone: string): string {
  const until = pausedUntil === null ? '' : formatInstant(pausedUntil, timeZone, 'second')
  return `${endpointName} is paused until ${until} after failures: its deliveries wait until then.`
}

function countAll(byEndpoint: readonly Planned[]): number {
  return byEndpoint.reduce((sum, { count }) => sum + count, 0)
}
