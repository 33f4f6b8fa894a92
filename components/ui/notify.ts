import { toast } from 'sonner'

/** Success that shows nowhere else: "Copied", "Test queued". Errors and anything with an action belong on the page. */
export function notify(message: string): void {
  toast.success(message)
}
