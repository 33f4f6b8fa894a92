'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RateField, readRate } from '@/components/deliveries/rate-field'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { MissedCount } from '@/lib/operations/catch-up'
import { beginCatchUp } from './catch-up-choice'
import { missedText } from './missed-query'

type Props = { endpoint: { id: string; name: string }; missed: MissedCount; onClose: () => void }

/** How fast an endpoint is to get what it missed. */
export function CatchUpDialog({ endpoint, missed, onClose }: Props) {
  const router = useRouter()
  const [rateText, setRateText] = useState('10')
  const [key] = useState(() => crypto.randomUUID())
  const rate = readRate(rateText)
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={`Deliver ${missedText(missed)} to “${endpoint.name}”?`}
      confirmLabel="Deliver"
      confirmDisabled={rate === null}
      onConfirm={() => beginCatchUp({ endpointId: endpoint.id, rate, key }, (href) => router.push(href))}
    >
      <p>
        They are delivered oldest first and retried by the endpoint’s policy, as far as it listens to their
        types today. Deliveries that were cancelled when it was disabled are among them.
      </p>
      <RateField value={rateText} onChange={setRateText} total={missed.total} />
    </ConfirmDialog>
  )
}
