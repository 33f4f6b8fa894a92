'use client'

import { useState } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Button } from '@/components/ui/button'
import { Instant } from '@/components/ui/instant'
import { snoozeEndpoint } from '@/lib/actions/endpoints'

type Props = {
  endpoint: { id: string; name: string }
  /** Shows what the endpoint's countdown is now. */
  onSnoozed: () => unknown
  /** Within a table. */
  plain?: boolean
}

/** Puts the disabling of a failing endpoint off by a day, each time it is pressed. */
export function SnoozeButton({ endpoint: { id, name }, onSnoozed, plain = false }: Props) {
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [until, setUntil] = useState<Date>()

  async function snooze() {
    setIsPending(true)
    const result = await callAction(snoozeEndpoint({ id }))
    setProblem(result.ok ? undefined : refusalText(result))
    if (result.ok) {
      await onSnoozed()
      setUntil(result.data.until)
    }
    setIsPending(false)
  }

  return (
    <span className="inline-flex flex-col items-start gap-1 text-left in-[td]:max-sm:items-end in-[td]:max-sm:text-right">
      <Button
        size="sm"
        variant={plain ? 'quiet' : 'secondary'}
        className={plain ? '-mx-2 h-6 px-2 text-xs underline decoration-brass underline-offset-3' : undefined}
        pending={isPending}
        onClick={snooze}
        aria-label={`Snooze 24 h: ${name}`}
      >
        Snooze 24 h
      </Button>
      <span role="status" className="sr-only">
        {until ? (
          <>
            “{name}” is snoozed until <Instant at={until} precision="minute" />
          </>
        ) : null}
      </span>
      {problem ? (
        <span role="alert" className="text-danger text-sm">
          {problem}
        </span>
      ) : null}
    </span>
  )
}
