/** Success that shows nowhere else: "Copied", "Test queued". Errors and anything with an action belong on the page. */
export async function notify(message: string): Promise<void> {
  // Seldom needed, and too large for every page.
  const { toast } = await import('sonner')
  toast.success(message)
}
