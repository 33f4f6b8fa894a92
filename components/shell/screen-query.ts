/** A refusal of what screens read, with what a person is told of it. */
export class ScreenError extends Error {
  readonly status: number
  readonly requestId: string | undefined

  constructor(status: number, message: string, requestId?: string) {
    super(message)
    this.name = 'ScreenError'
    this.status = status
    this.requestId = requestId
  }
}

type Problem = { detail?: string; request_id?: string }

/** Reads `/api/screens/…`; throws a ScreenError, status 0 where no answer came. */
export async function readScreen<Data>(path: `/${string}`, signal?: AbortSignal): Promise<Data> {
  let response: Response
  try {
    response = await fetch(`/api/screens${path}`, { headers: { accept: 'application/json' }, signal })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ScreenError(0, 'Shopbell could not be reached. Check your connection.')
  }
  if (response.ok) return response.json()
  const problem: Problem = await response.json().catch(() => ({}))
  const message = problem.detail ?? `Shopbell answered ${response.status}.`
  throw new ScreenError(response.status, message, problem.request_id)
}
