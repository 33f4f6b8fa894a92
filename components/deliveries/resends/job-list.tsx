'use client'

import { RotateCwIcon } from 'lucide-react'
import Link from 'next/link'
import { RefreshProblem } from '@/components/shell/refresh-problem'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Instant } from '@/components/ui/instant'
import { linkClass } from '@/components/ui/link-class'
import { formatCount } from '@/components/ui/number-format'
import { StatusBadge } from '@/components/ui/status-badge'
import { Cell, HeadCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { useTimeZone } from '@/components/ui/time-zone'
import { toPublicId } from '@/lib/ids'
import { filterFacts, jobStatus, jobTitle, startedBy } from './job-words'
import { type JobView, useJobs } from './use-job'

/** The last bulk resends and catch-ups of a store. */
export function JobList({ first }: { first: { at: number; jobs: JobView[] } }) {
  const { data, error, isFetching, refetch } = useJobs(first)
  const jobs = data.resends
  return (
    <>
      <RefreshProblem
        title="The list could not be refreshed"
        error={error}
        retrying={isFetching}
        onRetry={() => refetch()}
      />
      <Card flush>
        {jobs.length === 0 ? (
          <EmptyState
            icon={RotateCwIcon}
            title="No bulk resends yet"
            action={
              <Button render={<Link href="/deliveries?status=failed" />}>Show failed deliveries</Button>
            }
          >
            Select deliveries in the log to send many once more. An endpoint that is enabled again can be sent
            what it missed.
          </EmptyState>
        ) : (
          <Table caption="Bulk resends and catch-ups, newest first">
            <TableHead>
              <TableRow>
                <HeadCell>Job</HeadCell>
                <HeadCell>Status</HeadCell>
                <HeadCell>Started</HeadCell>
                <HeadCell>By</HeadCell>
                <HeadCell numeric>Total</HeadCell>
                <HeadCell numeric>Succeeded</HeadCell>
                <HeadCell numeric>Failed</HeadCell>
                <HeadCell numeric>Under way</HeadCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {jobs.map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
    </>
  )
}

function JobRow({ job }: { job: JobView }) {
  const timeZone = useTimeZone()
  const { tone, label } = jobStatus(job)
  const facts =
    job.kind === 'resend'
      ? filterFacts(job, timeZone)
          .map((fact) => `${fact.label}: ${fact.value}`)
          .join(', ')
      : ''
  return (
    <TableRow>
      <RowHeader>
        <Link
          href={`/deliveries/resends/${toPublicId('rs', job.id)}`}
          prefetch={false}
          className={`${linkClass} wrap-anywhere`}
        >
          {jobTitle(job)}
        </Link>
        {facts === '' ? null : <p className="max-w-xs text-faded wrap-anywhere max-sm:text-sm">{facts}</p>}
      </RowHeader>
      <Cell label="Status">
        <StatusBadge plain tone={tone}>
          {label}
        </StatusBadge>
      </Cell>
      <Cell label="Started">
        <Instant at={job.createdAt} precision="minute" />
      </Cell>
      <Cell label="By">{startedBy(job) ?? '—'}</Cell>
      <Cell label="Total" numeric>
        {formatCount(job.total)}
      </Cell>
      <Cell label="Succeeded" numeric>
        {formatCount(job.succeeded)}
      </Cell>
      <Cell label="Failed" numeric>
        {formatCount(job.failed)}
      </Cell>
      <Cell label="Under way" numeric>
        {formatCount(job.pending)}
      </Cell>
    </TableRow>
  )
}
