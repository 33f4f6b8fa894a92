import Link from 'next/link'
import { Instant } from '@/components/ui/instant'
import { linkClass } from '@/components/ui/link-class'
import { formatCount } from '@/components/ui/number-format'
import { toPublicId } from '@/lib/ids'
import type { JobDetail } from './use-job'

const MOST_SHOWN = 5

type HoldUp = JobDetail['holdUps'][number]

/** Why a job stands still or gets on slowly: a line for each endpoint that holds it up. */
export function HoldUps({ holdUps }: { holdUps: readonly HoldUp[] }) {
  if (holdUps.length === 0) return null
  const more = holdUps.length - MOST_SHOWN
  return (
    <ul aria-label="What holds it up" className="flex flex-col gap-1 text-sm">
      {holdUps.slice(0, MOST_SHOWN).map((each) => (
        <li key={each.endpointId} className="wrap-anywhere">
          <Reason holdUp={each} />
        </li>
      ))}
      {more > 0 ? <li>{more === 1 ? 'One more endpoint' : `${more} more endpoints`} likewise.</li> : null}
    </ul>
  )
}

function Reason({ holdUp }: { holdUp: HoldUp }) {
  const { endpointId, endpointName, pausedUntil } = holdUp
  const endpoint = (
    <Link
      href={`/settings/webhooks/${toPublicId('we', endpointId)}`}
      prefetch={false}
      className={`${linkClass} touch-target inline`}
    >
      {endpointName}
    </Link>
  )
  if (pausedUntil === null) {
    return (
      <>
        {aheadText(holdUp)} before these at {endpoint}.
      </>
    )
  }
  return (
    <>
      {endpoint} is paused until <Instant at={pausedUntil} /> after failures
      {holdUp.ahead === 0 ? null : `, and ${aheadText(holdUp)} before these`}.
    </>
  )
}

/** “35 deliveries wait” */
function aheadText({ ahead, hasMoreAhead }: HoldUp): string {
  if (hasMoreAhead) return `${formatCount(ahead)} or more deliveries wait`
  return ahead === 1 ? '1 delivery waits' : `${formatCount(ahead)} deliveries wait`
}
