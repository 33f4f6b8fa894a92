'use client'

import { useState } from 'react'
import { statusLabels } from '@/components/deliveries/delivery-words'
import { attemptText } from '@/components/deliveries/outcome-text'
import type { Delivery } from './use-delivery'

/** What has happened to a delivery since the page was opened, the latest in a few words; `say` adds what is known sooner. */
export function useDeliveryNews({ delivery, attempts }: Delivery): {
  news: string
  say: (news: string) => void
} {
  const last = attempts.at(-1)
  const now = { number: last?.number, isQueued: delivery.resendRequested, status: delivery.status }
  const [seen, setSeen] = useState({ ...now, news: '' })
  if (seen.number !== now.number || seen.isQueued !== now.isQueued || seen.status !== now.status) {
    let { news } = seen
    if (last && seen.number !== now.number) {
      const outcome = attemptText(last.httpStatus, last.error)
      news = `Attempt ${last.number}: ${last.error === null ? 'delivered' : 'failed'}, ${outcome}`
    } else if (now.isQueued && !seen.isQueued) {
      news = 'Resend queued'
    } else if (seen.status !== now.status) {
      news = statusLabels[now.status]
    }
    setSeen({ ...now, news })
  }
  return { news: seen.news, say: (news) => setSeen((before) => ({ ...before, news })) }
}
