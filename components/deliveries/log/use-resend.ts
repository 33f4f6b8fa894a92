'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { planResend, type ResendPlan } from '@/components/deliveries/resend-plan'
import type { ResendReport } from '@/lib/actions/deliveries'
import type { ResendOutcome } from './resend-result'
import type { LogRow } from './use-log'

/** A resend from its question to its outcome. `onQueued` is told when rows will change. */
export function useResend(rows: readonly LogRow[], onQueued: () => void) {
  const [plan, setPlan] = useState<ResendPlan<LogRow> | null>(null)
  const [outcome, setOutcome] = useState<ResendOutcome | null>(null)
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  }, [rows])

  /** Asks whether to resend these; where none of them can be, says why. */
  const ask = useCallback((ids: Iterable<string>) => {
    const wanted = new Set(ids)
    const made = planResend(latest.current.filter((row) => wanted.has(row.id)))
    if (made.toSend.length > 0) setPlan(made)
    else if (made.excluded.length > 0) setOutcome(outcomeOf({ queued: [], refused: [] }, made))
  }, [])

  return {
    plan,
    outcome,
    ask,
    cancel: () => setPlan(null),
    dismiss: () => setOutcome(null),
    finish(report: ResendReport, made: ResendPlan<LogRow>) {
      setPlan(null)
      setOutcome(outcomeOf(report, made))
      onQueued()
    },
  }
}

function outcomeOf(report: ResendReport, { toSend, excluded }: ResendPlan<LogRow>): ResendOutcome {
  const queued = new Set(report.queued)
  const messages = new Map(report.refused.map(({ id, message }) => [id, message]))
  return {
    queued: toSend.filter(({ id }) => queued.has(id)),
    refused: [
      ...toSend.flatMap((row) => {
        const reason = messages.get(row.id)
        return reason === undefined ? [] : [{ ...row, reason }]
      }),
      ...excluded.map(({ row, reason }) => ({ ...row, reason })),
    ],
  }
}
