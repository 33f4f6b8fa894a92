'use client'

import Link from 'next/link'
import { excludedReasons } from '@/components/deliveries/resend-words'
import { RefreshProblem } from '@/components/shell/refresh-problem'
import { Banner } from '@/components/ui/banner'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Instant } from '@/components/ui/instant'
import { KeyValue, KeyValueList } from '@/components/ui/key-value-list'
import { formatCount } from '@/components/ui/number-format'
import { PageHeader } from '@/components/ui/page-header'
import { ProgressBar } from '@/components/ui/progress-bar'
import { StatusBadge } from '@/components/ui/status-badge'
import { useTimeZone } from '@/components/ui/time-zone'
import { toPublicId } from '@/lib/ids'
import { CancelJob } from './cancel-job'
import { HoldUps } from './hold-ups'
import { JobCounts } from './job-counts'
import { countOver, filterFacts, jobStatus, jobTitle, progressText, startedBy } from './job-words'
import { type JobDetail as Job, useJob } from './use-job'

type Props = { first: { at: number; job: Job }; mayCancel: boolean }

/** A bulk resend or catch-up: how far it is and what came of it. It goes on whether or not anybody looks. */
export function JobView({ first, mayCancel }: Props) {
  const { data: job, error, isFetching, refetch } = useJob(first)
  const { tone, label } = jobStatus(job)
  const by = startedBy(job)
  const log = `/deliveries?resend=${toPublicId('rs', job.id)}` as const
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            items={[
              { href: '/deliveries', label: 'Deliveries' },
              { href: '/deliveries/resends', label: 'Bulk resends' },
            ]}
          />
        }
        title={jobTitle(job)}
        status={<StatusBadge tone={tone}>{label}</StatusBadge>}
        description={
          <>
            Started <Instant at={job.createdAt} relative />
            {by === null ? null : ` by ${by}`}
          </>
        }
        actions={
          <>
            {job.sent > 0 ? (
              <Button render={<Link href={log} prefetch={false} />}>Show its deliveries</Button>
            ) : null}
            {mayCancel && job.status === 'running' ? (
              <CancelJob job={job} onCancelled={() => void refetch()} />
            ) : null}
          </>
        }
      />
      <RefreshProblem
        title="The progress could not be refreshed"
        error={error}
        retrying={isFetching}
        onRetry={() => refetch()}
      />
      <p role="status" className="sr-only">
        {job.finishedAt === null ? '' : `${jobTitle(job)}: ${label}, ${progressText(job)}`}
      </p>
      <Card title="Progress">
        <div className="flex flex-col gap-4">
          <div className="flex flex-col gap-1.5">
            <ProgressBar
              label={jobTitle(job)}
              value={countOver(job)}
              begun={job.sent + job.skipped}
              most={job.total}
              text={progressText(job)}
            />
            <p className="flex flex-wrap justify-between gap-x-4 text-faded text-sm">
              <span>{progressText(job)}</span>
              {job.finishedAt === null ? (
                <span>{job.rate === 1 ? '1 a second' : `${formatCount(job.rate)} a second`} at most</span>
              ) : (
                <span>
                  Finished <Instant at={job.finishedAt} />
                </span>
              )}
            </p>
          </div>
          <JobCounts job={job} />
          <HoldUps holdUps={job.holdUps} />
          <Advice job={job} log={log} />
        </div>
      </Card>
      <Asked job={job} />
    </>
  )
}

function Advice({ job, log }: { job: Job; log: `/deliveries?${string}` }) {
  const isQueued = job.status === 'running' && job.finishedAt === null && job.sent + job.skipped >= job.total
  return (
    <>
      {job.failed > 0 ? <FailedAgain job={job} log={log} /> : null}
      {isQueued && job.pending > 0 ? (
        <p className="text-faded text-sm">
          All are queued. {job.pending === 1 ? 'One is' : `${formatCount(job.pending)} are`} being sent, or
          wait for a retry by the endpoint’s policy.
        </p>
      ) : null}
      {job.status === 'running' && !isQueued ? (
        <p className="text-faded text-sm">You can leave this page: it goes on.</p>
      ) : null}
    </>
  )
}

function FailedAgain({ job, log }: { job: Job; log: `/deliveries?${string}` }) {
  const { failed, filter } = job
  const title = failed === 1 ? '1 delivery failed again' : `${formatCount(failed)} deliveries failed again`
  // The log's filter by status would leave those out.
  if (filter.includeDelivered) {
    return (
      <Banner tone="warning" title={title}>
        What was delivered before stays “Delivered” in the log; the answer beside it is the last one.
      </Banner>
    )
  }
  return (
    <Banner
      tone="warning"
      title={title}
      actions={
        <Button size="sm" render={<Link href={`${log}&status=failed`} prefetch={false} />}>
          {failed === 1 ? 'Show the one that failed' : `Show the ${formatCount(failed)} that failed`}
        </Button>
      }
    />
  )
}

function Asked({ job }: { job: Job }) {
  const timeZone = useTimeZone()
  const reasons = excludedReasons(job.excluded)
  const facts = job.kind === 'resend' ? filterFacts(job, timeZone) : []
  return (
    <Card title="What it sends">
      <KeyValueList>
        {job.kind === 'catch_up' ? (
          <KeyValue label="Missed">
            {formatCount(job.total)}
            {job.hasMore ? ' or more' : ''} while the endpoint was disabled
          </KeyValue>
        ) : null}
        {facts.map(({ label, value }) => (
          <KeyValue key={label} label={label}>
            {value}
          </KeyValue>
        ))}
        {job.byEndpoint.length > 0 && job.kind === 'resend' ? (
          <KeyValue label="By endpoint">
            <ul>
              {job.byEndpoint.map(({ endpointId, endpointName, count }) => (
                <li key={endpointId}>
                  {endpointName}: {formatCount(count)}
                </li>
              ))}
            </ul>
          </KeyValue>
        ) : null}
        {reasons.length > 0 ? (
          <KeyValue label="Left out">
            <ul>
              {reasons.map(({ reason, count }) => (
                <li key={reason}>
                  {reason} ({formatCount(count)})
                </li>
              ))}
            </ul>
          </KeyValue>
        ) : null}
        {job.hasMore && job.kind === 'resend' ? (
          <KeyValue label="More">More matched than one resend takes: these are the oldest.</KeyValue>
        ) : null}
        <KeyValue label="Pace">
          {job.rate === 1 ? '1 delivery' : `${formatCount(job.rate)} deliveries`} a second at most, behind new
          events
        </KeyValue>
      </KeyValueList>
    </Card>
  )
}
