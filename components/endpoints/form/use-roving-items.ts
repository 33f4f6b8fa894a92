import { type KeyboardEvent, useRef, useState } from 'react'

/**
 * A long list of boxes as one stop of the Tab key: the arrow keys, Home and End move through its inputs, which carry
 * their id as `data-item`. `visible` are those ids in order; Left and Right are passed on.
 */
export function useRovingItems(
  visible: readonly string[],
  onSideways: (item: string, key: 'ArrowLeft' | 'ArrowRight') => string | undefined,
) {
  const list = useRef<HTMLFieldSetElement>(null)
  const [active, setActive] = useState<string>()
  const stop = active !== undefined && visible.includes(active) ? active : visible[0]

  function focus(item: string | undefined) {
    const input = item === undefined ? null : list.current?.querySelector(`[data-item="${CSS.escape(item)}"]`)
    if (input instanceof HTMLInputElement) input.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const item = event.target instanceof HTMLInputElement ? event.target.dataset.item : undefined
    if (item === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const at = visible.indexOf(item)
    if (event.key === 'ArrowDown') focus(visible[at + 1])
    else if (event.key === 'ArrowUp') focus(visible[at - 1])
    else if (event.key === 'Home') focus(visible[0])
    else if (event.key === 'End') focus(visible.at(-1))
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') focus(onSideways(item, event.key))
    // Enter would send the form.
    else if (event.key !== 'Enter') return
    event.preventDefault()
  }

  return { list, stop, setActive, onKeyDown, focusFirst: () => focus(visible[0]) }
}
