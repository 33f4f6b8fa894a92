import { fromPublicId } from '@/lib/ids'

export const DAY_CHOICES = [7, 30, 90] as const

/** What the statistics are of, as their address holds it; `endpoint` is a public id. */
export type StatisticsFilter = {
  days: (typeof DAY_CHOICES)[number]
  endpoint: string | null
  type: string | null
}

/** What the server is asked. */
export type Question = { days: number; endpointId?: string; eventType?: string }

type Params = { get(name: string): string | null }

/** What an address does not say, or says in no way that is understood, is as on a first visit. */
export function readFilter(params: Params): StatisticsFilter {
  return {
    days: DAY_CHOICES.find((days) => String(days) === params.get('days')) ?? 30,
    endpoint: params.get('endpoint') || null,
    type: params.get('type')?.slice(0, 200) || null,
  }
}

/** The parameters of an address after these changes; what is as on a first visit is left out. */
export function withFilter(params: string, changes: Partial<StatisticsFilter>): string {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === 30) next.delete(name)
    else next.set(name, String(value))
  }
  return next.toString()
}

/** `fixedEndpointId` is that of a page which is about one endpoint. Null for an endpoint that can be none. */
export function toQuestion(
  { days, endpoint, type }: StatisticsFilter,
  fixedEndpointId: string | null,
): Question | null {
  const endpointId = fixedEndpointId ?? (endpoint === null ? undefined : fromPublicId('we', endpoint))
  if (endpointId === null) return null
  return { days, ...(endpointId ? { endpointId } : {}), ...(type === null ? {} : { eventType: type }) }
}
