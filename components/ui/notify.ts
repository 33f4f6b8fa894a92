/** Success that shows nowhere else: "Copied", "Test queued". Errors and anything with an action belong on the page. */
export function notify(message: string): void {
  // Seldom needed, and too large for every page. Where it does not load, nothing but the notice is lost.
  import('sonner').then(
    ({ toast }) => toast.success(message),
    () => undefined,
  )
}
