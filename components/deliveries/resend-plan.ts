/** What a resend needs to know of a delivery. */
export type Resendable = {
  id: string
  eventType: string
  endpointId: string
  endpointName: string
  endpointIsDeleted: boolean
  endpointIsDisabled: boolean
  isTest: boolean
  resendRequested: boolean
  inFlight: boolean
}

/** Which of several deliveries would be sent once more, by endpoint, and which would not, with the reason. */
export type ResendPlan<Row extends Resendable> = {
  toSend: Row[]
  byEndpoint: { endpointId: string; name: string; count: number }[]
  excluded: { row: Row; reason: string }[]
}

/** What can be known before the server is asked. It looks again, and may refuse more. */
export function planResend<Row extends Resendable>(rows: readonly Row[]): ResendPlan<Row> {
  const toSend: Row[] = []
  const excluded: ResendPlan<Row>['excluded'] = []
  for (const row of rows) {
    const reason = reasonNotTo(row)
    if (reason === null) toSend.push(row)
    else excluded.push({ row, reason })
  }
  const byEndpoint = new Map<string, { endpointId: string; name: string; count: number }>()
  for (const { endpointId, endpointName: name } of toSend) {
    const known = byEndpoint.get(endpointId)
    byEndpoint.set(endpointId, { endpointId, name, count: (known?.count ?? 0) + 1 })
  }
  return { toSend, byEndpoint: [...byEndpoint.values()], excluded }
}

function reasonNotTo(row: Resendable): string | null {
  if (row.endpointIsDeleted) return 'The endpoint is deleted.'
  // A test send reaches a disabled endpoint too.
  if (row.endpointIsDisabled && !row.isTest) return 'The endpoint is disabled.'
  if (row.inFlight) return 'It is being sent now.'
  return row.resendRequested ? 'A resend is queued already.' : null
}

/** How often each reason stands in a list, as sentences: “The endpoint is disabled.” and 2. */
export function countReasons(excluded: readonly { reason: string }[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count }))
}
