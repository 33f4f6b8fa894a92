import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { readArguments, UsageError } from '@/scripts/commands/arguments'
import type { ApiClient } from './api-client'
import type { ClientCommand } from './client-command'
import { apiFlags, apiFlagsHelp, connect } from './connection'
import { queryFlags, queryHelp, readQuery } from './delivery-query'
import { createProgressLine } from './progress-line'
import { type Resend, resend as resendShape } from './shapes'

const MOST_NAMED = 500
const POLL_MS = 500

export const deliveriesResend: ClientCommand = {
  help: `Resends deliveries, as a job: those named, or those that the filters match.

  shopbell deliveries resend dlv_… dlv_…
  shopbell deliveries resend --status failed --since 24h --dry-run
  shopbell deliveries resend --endpoint we_… --error timeout --rate 50

${queryHelp}
  --include-delivered  delivered ones too
  --rate         deliveries a second, 1 to 1000; 10 unless given
  --dry-run      says what would be resent, and does nothing
  --no-wait      starts the job and does not wait for its end
${apiFlagsHelp}: the job, once it has ended

Ends with 1 where a delivery failed again. Ctrl-C ends the waiting; the job goes on.
Needs the scopes deliveries:write and deliveries:read.`,

  read(args) {
    const flags = {
      ...apiFlags,
      ...queryFlags,
      'include-delivered': { type: 'boolean' },
      rate: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'no-wait': { type: 'boolean' },
    } as const
    const given = readArguments(args, flags, { most: MOST_NAMED })
    const { http_status: httpStatus, ...texts } = readQuery(given)
    const query = { ...texts, ...(httpStatus === undefined ? {} : { http_status: Number(httpStatus) }) }
    const ids = given.rest
    if (ids.length === 0 && Object.keys(query).length === 0) {
      throw new UsageError('Say which: ids of deliveries, or filters like --status failed.')
    }
    const body = {
      filter: {
        ...query,
        ...(ids.length > 0 ? { delivery_ids: ids } : {}),
        ...(given.has('include-delivered') ? { include_delivered: true } : {}),
      },
      rate: readRate(given.text('rate') || '10'),
      dry_run: given.has('dry-run'),
    }
    const api = connect(given)
    return async ({ signal }) => {
      const headers = { 'idempotency-key': randomUUID() }
      const options = body.dry_run ? { body } : { body, headers }
      const { resend } = await api.call(resendShape, 'POST', '/resends', { ...options, isRepeatable: true })
      if (body.dry_run) {
        console.log(given.has('json') ? JSON.stringify(resend, null, 2) : planText(resend))
        return 0
      }
      const last = given.has('no-wait') ? resend : await waitForEnd(api, resend, signal)
      if (given.has('json')) console.log(JSON.stringify(last, null, 2))
      else console.log(stateText(last))
      return last.failed > 0 ? 1 : 0
    }
  },
}

async function waitForEnd(api: ApiClient, started: Resend, signal: AbortSignal): Promise<Resend> {
  const progress = createProgressLine()
  let job = started
  while (job.status === 'running' && !signal.aborted) {
    const done = job.succeeded + job.failed + job.cancelled + job.skipped
    progress.show(done, job.total, `${done} of ${job.total} done, ${job.failed} failed  ${job.id}`)
    await pause(POLL_MS, undefined, { signal }).catch(() => {})
    if (!signal.aborted) job = (await api.call(resendShape, 'GET', `/resends/${job.id}`)).resend
  }
  progress.end()
  return job
}

function planText(plan: Resend): string {
  const excluded = Object.entries(plan.excluded).filter(([, count]) => count > 0)
  return [
    `${deliveries(plan.total)} would be resent${plan.total > 0 ? `, in about ${plan.estimated_seconds} s` : ''}.`,
    ...(plan.has_more ? ['There are more than one job takes.'] : []),
    ...plan.by_endpoint.map(({ endpoint_id: id, count }) => `  ${id}  ${count}`),
    ...(excluded.length > 0 ? ['Left out:'] : []),
    ...excluded.map(([why, count]) => `  ${why.replaceAll('_', ' ')}  ${count}`),
  ].join('\n')
}

function stateText(job: Resend): string {
  const counts = `${job.succeeded} succeeded, ${job.failed} failed, ${job.cancelled} cancelled, ${job.skipped} skipped`
  return job.status === 'running'
    ? `The job ${job.id} goes on: ${deliveries(job.total)}; so far ${counts}.`
    : `The job ${job.id} is ${job.status}: ${deliveries(job.total)}; ${counts}.`
}

function deliveries(count: number): string {
  return count === 1 ? '1 delivery' : `${count} deliveries`
}

function readRate(text: string): number {
  const rate = Number(text)
  if (/^\d{1,4}$/.test(text) && rate >= 1 && rate <= 1_000) return rate
  throw new UsageError('--rate must be a whole number from 1 to 1000.')
}
