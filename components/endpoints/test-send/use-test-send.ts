'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState, useTransition } from 'react'
import { overviewQuery } from '@/components/endpoints/page/overview-query'
import { callAction } from '@/components/shell/call-action'
import { sendTestEvent } from '@/lib/actions/endpoints'
import type { ActionResult } from '@/lib/actions/run-action'

/** Why a test event was not accepted. */
export type Refusal = Extract<ActionResult<never>, { ok: false }>

/** One test send after the other: the delivery of the last one, or why there is none. */
export function useTestSend(endpointId: string) {
  const client = useQueryClient()
  const [isPending, start] = useTransition()
  const [deliveryId, setDeliveryId] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  function send(eventType: string, object: Record<string, unknown>) {
    start(async () => {
      const send = { event_type: eventType, data: JSON.stringify({ object }) }
      const result = await callAction(sendTestEvent({ id: endpointId, send }))
      setRefusal(result.ok ? null : result)
      if (!result.ok) return
      setDeliveryId(result.data.deliveryId)
      refreshOverview()
    })
  }

  // The page behind the dialog: once the event is stored, and again when the person turns to it.
  const refreshOverview = () =>
    void client.invalidateQueries({ queryKey: overviewQuery(endpointId).queryKey })

  const clearRefusal = () => setRefusal(null)

  function forget() {
    if (deliveryId !== null) refreshOverview()
    setDeliveryId(null)
    setRefusal(null)
  }

  return { send, forget, clearRefusal, isPending, deliveryId, refusal }
}
