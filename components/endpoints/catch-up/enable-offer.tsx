'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RateField, readRate } from '@/components/deliveries/rate-field'
import { Checkbox } from '@/components/ui/checkbox'
import { beginCatchUp, type CatchUpChoice } from './catch-up-choice'
import { missedQuery, missedText } from './missed-query'

type Props = { endpointId: string; onChoose: (choice: CatchUpChoice | null) => void }

/** Offers, as an endpoint is enabled, to deliver what it missed. */
export function EnableOffer({ endpointId, onChoose }: Props) {
  const router = useRouter()
  const { data, error } = useQuery(missedQuery(endpointId))
  const [isChosen, setChosen] = useState(false)
  const [rateText, setRateText] = useState('10')
  // A click that is repeated starts one job.
  const [key] = useState(() => crypto.randomUUID())

  function choose(chosen: boolean, text: string) {
    setChosen(chosen)
    setRateText(text)
    const rate = readRate(text)
    const start = () => beginCatchUp({ endpointId, rate, key }, (href) => router.push(href))
    onChoose(chosen ? { isValid: rate !== null, start } : null)
  }

  if (error) {
    return (
      <p>What it missed while it was disabled could not be counted. Its page offers to deliver it later.</p>
    )
  }
  if (!data) return <p className="text-faded">Counting what it missed while it was disabled…</p>
  if (data.total === 0) return <p>It missed nothing while it was disabled.</p>
  return (
    <>
      <Checkbox
        label={`Deliver ${missedText(data)}, oldest first`}
        hint="Without this they are not delivered now. The endpoint’s page offers it later too."
        checked={isChosen}
        onChange={(event) => choose(event.target.checked, rateText)}
      />
      {isChosen ? (
        <RateField value={rateText} onChange={(text) => choose(true, text)} total={data.total} />
      ) : null}
    </>
  )
}
