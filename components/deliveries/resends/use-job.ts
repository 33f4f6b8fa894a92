'use client'

import { useQuery } from '@tanstack/react-query'
import { readScreen } from '@/components/shell/screen-query'
import { toPublicId } from '@/lib/ids'
import type { JsonView } from '@/lib/json-view'
import type { ResendDetail, ResendScreen } from '@/lib/operations/resends'

export type JobView = JsonView<ResendScreen>
export type JobDetail = JsonView<ResendDetail>

const SENDING_MS = 1_000
// What still waits for a retry may do so for days.
const WAITING_MS = 5_000

/** A job, read again until it is over. `first` is what the server rendered, and when (Unix ms). */
export function useJob(first: { at: number; job: JobDetail }) {
  const { id } = first.job
  return useQuery({
    queryKey: ['resend', first.at, id],
    queryFn: ({ signal }) => readScreen<JobDetail>(`/resends/${toPublicId('rs', id)}`, signal),
    initialData: first.job,
    initialDataUpdatedAt: first.at,
    refetchInterval: ({ state }) => (state.data ? nextLookMs(state.data) : false),
  })
}

/** The store's jobs, read again while one is under way. */
export function useJobs(first: { at: number; jobs: JobView[] }) {
  return useQuery({
    queryKey: ['resends', first.at],
    queryFn: ({ signal }) => readScreen<{ resends: JobView[] }>('/resends', signal),
    initialData: { resends: first.jobs },
    initialDataUpdatedAt: first.at,
    refetchInterval: ({ state }) =>
      state.data?.resends.some(({ finishedAt }) => finishedAt === null) ? WAITING_MS : false,
  })
}

function nextLookMs({ finishedAt, status, sent, skipped, total }: JobView): number | false {
  if (finishedAt !== null) return false
  return status === 'running' && sent + skipped >= total ? WAITING_MS : SENDING_MS
}
