import { Instant } from '@/components/ui/instant'
import type { Notice } from '@/lib/operations/notices'
import { explainFailure } from '@/lib/webhooks/explain-failure'

/** What a notice says besides its title. */
export function NoticeText({ notice: { kind, details } }: { notice: Notice }) {
  const { failingSince, disablesAt, failure } = details
  const why = failure && `: ${lowerFirst(explainFailure(failure.error, failure.httpStatus).title)}`
  const since = failingSince && (
    <>
      Every attempt since <Instant at={failingSince} precision="minute" /> failed{why}.
    </>
  )
  switch (kind) {
    case 'failing_50':
    case 'failing_90':
      return (
        <>
          {since}{' '}
          {disablesAt ? (
            <>
              Unless a delivery succeeds, the first failed attempt after{' '}
              <Instant at={disablesAt} precision="minute" /> disables it.
            </>
          ) : null}
        </>
      )
    case 'disabled_failing':
      return <>{since} What was pending was cancelled, and events make no delivery for it.</>
    case 'disabled_gone':
      return <>Its receiver says that this URL is no longer in use. Events make no delivery for it.</>
    case 'recovered':
      return (
        <>
          A delivery succeeded.{' '}
          {failingSince ? (
            <>
              It had failed since <Instant at={failingSince} precision="minute" />.
            </>
          ) : null}
        </>
      )
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
