'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getEndpointStatistics, getStatistics } from '@/lib/actions/statistics'
import type { EndpointStatistics } from '@/lib/operations/endpoint-statistics'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { ask } from './ask'
import type { Question } from './statistics-filter'

const REFRESH_MS = 60_000

/** What the server rendered the page with; `byEndpoint` is null where it is not asked for or could not be had. */
export type FirstStatistics = {
  question: Question
  report: StatisticsReport
  byEndpoint: EndpointStatistics[] | null
}

/** The report to a question; while another is on its way, the last one. Null asks nothing. */
export function useReport(question: Question | null, first: FirstStatistics | null) {
  return useQuery({
    queryKey: ['statistics', ...keyOf(question)],
    queryFn: () => ask(getStatistics(question)),
    enabled: question !== null,
    initialData: isFirst(question, first) ? first?.report : undefined,
    initialDataUpdatedAt: first?.report.updatedAt.getTime(),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

/** The same, endpoint by endpoint, for a question about all of them. */
export function useByEndpoint(question: Question, first: FirstStatistics | null) {
  const { days, eventType } = question
  return useQuery({
    queryKey: ['statistics by endpoint', ...keyOf(question)],
    queryFn: () => ask(getEndpointStatistics({ days, eventType })),
    initialData: isFirst(question, first) ? (first?.byEndpoint ?? undefined) : undefined,
    initialDataUpdatedAt: first?.report.updatedAt.getTime(),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })
}

function isFirst(question: Question | null, first: FirstStatistics | null): boolean {
  return first !== null && String(keyOf(question)) === String(keyOf(first.question))
}

function keyOf(question: Question | null) {
  return [question?.days ?? null, question?.endpointId ?? null, question?.eventType ?? null]
}
