const rowsOf = () => [...document.querySelectorAll<HTMLElement>('[data-delivery]')]

/** The id of the delivery whose row has the focus; null where none has. */
export function focusedDelivery(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-delivery]')?.dataset.delivery ?? null
}

/** Moves the focus to the link of the next row, or the one before; from outside to the first, or the last. */
export function focusRow(step: 1 | -1): boolean {
  const rows = rowsOf()
  const current = rows.findIndex((row) => row.contains(document.activeElement))
  const row = current === -1 ? rows.at(step === 1 ? 0 : -1) : rows[current + step]
  row?.querySelector('a')?.focus()
  return row !== undefined
}

/** Moves the focus into the log's search field, with its text selected. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-log-search]')
  field?.focus()
  field?.select()
  return field !== null
}

/** For when what had the focus has gone: the box above the rows. */
export function focusSelectAll(): void {
  document.querySelector<HTMLInputElement>('[data-log] thead input')?.focus()
}

/** Brings the line above the rows to the top and the focus to it: the rows have become others. */
export function focusStatus(): void {
  const log = document.querySelector<HTMLElement>('[data-log]')
  log?.querySelector<HTMLElement>('[data-log-status]')?.focus({ preventScroll: true })
  log?.scrollIntoView({ block: 'start' })
}

/** Moves the focus on from a chip that is about to go: to the next one, or the search field. */
export function focusAfterChip(link: HTMLElement): void {
  const next = link.closest('li')?.nextElementSibling?.querySelector<HTMLElement>('[data-chip]')
  if (next) next.focus()
  else focusSearch()
}
