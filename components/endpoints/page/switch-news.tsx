'use client'

import { useState } from 'react'

type Props = { name: string; isDisabled: boolean }

/** Says that the endpoint was disabled or enabled since its page was opened. */
export function SwitchNews({ name, isDisabled }: Props) {
  const [before, setBefore] = useState(isDisabled)
  const [news, setNews] = useState('')
  if (before !== isDisabled) {
    setBefore(isDisabled)
    setNews(`“${name}” is ${isDisabled ? 'disabled' : 'enabled'}`)
  }
  return (
    <p role="status" className="sr-only">
      {news}
    </p>
  )
}
