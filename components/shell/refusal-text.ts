/** What was refused, with what support needs to find it in the server's log. */
export function refusalText({
  message,
  requestId,
}: {
  message: string
  requestId?: string | undefined
}): string {
  return requestId ? `${message} Request ${requestId}.` : message
}
