/** What was refused, with what support needs to find it in the server's log. */
export function refusalText({ message, requestId }: { message: string; requestId: string }): string {
  return requestId === '' ? message : `${message} Request ${requestId}.`
}
