const KEY = 'openedDelivery'

/** Keeps, with the place in the tab's history that is shown, which delivery was opened from it. */
export function rememberOpened(id: string): void {
  window.history.replaceState({ ...window.history.state, [KEY]: id }, '')
}

/** Back at that place, moves the focus to the row of the delivery, once; where it is not shown, nothing. */
export function focusOpened(): void {
  const { [KEY]: id, ...state }: Record<string, unknown> = window.history.state ?? {}
  if (typeof id !== 'string') return
  window.history.replaceState(state, '')
  document
    .querySelector<HTMLElement>(`[data-delivery="${CSS.escape(id)}"] th a`)
    ?.focus({ preventScroll: true })
}
