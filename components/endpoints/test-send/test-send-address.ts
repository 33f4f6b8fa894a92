/** `?test=1` opens the dialog: a link from another screen can, and so can any button on the page. */
export const TEST_SEND_PARAMETER = 'test'

/** Opens or closes it by the address alone: the page is not asked for again, and its other parameters stay. */
export function showTestSend(open: boolean): void {
  const url = new URL(window.location.href)
  if (open) url.searchParams.set(TEST_SEND_PARAMETER, '1')
  else url.searchParams.delete(TEST_SEND_PARAMETER)
  window.history.replaceState(null, '', url)
}
