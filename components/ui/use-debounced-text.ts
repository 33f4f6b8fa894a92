'use client'

import { useEffect, useEffectEvent, useState } from 'react'

type Typed = { text: string; isHandedOn: boolean }

/**
 * A text field's value: as typed at once, and handed on, trimmed, after a pause. A `value` that changes otherwise, by Back for
 * example, takes its place.
 */
export function useDebouncedText(
  value: string,
  onSettled: (text: string) => void,
  pauseMs: number,
): [text: string, setText: (text: string) => void] {
  const [typed, setTyped] = useState<Typed | null>(null)
  const [seen, setSeen] = useState(value)
  const handOn = useEffectEvent((text: string) => {
    setTyped({ text, isHandedOn: true })
    onSettled(text.trim())
  })
  useEffect(() => {
    if (!typed || typed.isHandedOn) return
    const timer = setTimeout(() => handOn(typed.text), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, pauseMs])
  if (seen !== value) {
    setSeen(value)
    // What is typed keeps its last space: the next word follows. Once it is the value, a Back can take its place.
    if (typed?.text.trim() === value) setTyped({ text: typed.text, isHandedOn: true })
    else if (typed?.isHandedOn) setTyped(null)
  }
  return [typed?.text ?? value, (text) => setTyped({ text, isHandedOn: false })]
}
