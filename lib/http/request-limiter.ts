const WINDOW_SECONDS = 1

/** What a request's answer says of its limit, and whether it was one too many. */
type Taken = { headers: Record<string, string>; isOver: boolean }

/**
 * Counts requests by token, second by second: `limit` of them in each. In this process alone: of a token's requests, any
 * number of processes let through as many times the limit. It forgets all at each new second, so it stays small.
 */
export class RequestLimiter {
  readonly #counts = new Map<string, number>()
  #window = Number.NEGATIVE_INFINITY

  /** One request more; the headers are those of draft-ietf-httpapi-ratelimit-headers. */
  take(token: string, limit: number, nowMs: number): Taken {
    const window = Math.floor(nowMs / (WINDOW_SECONDS * 1000))
    if (window !== this.#window) this.#counts.clear()
    this.#window = window
    const count = (this.#counts.get(token) ?? 0) + 1
    const isOver = count > limit
    if (!isOver) this.#counts.set(token, count)
    return {
      isOver,
      headers: {
        'ratelimit-policy': `"default";q=${limit};w=${WINDOW_SECONDS}`,
        ratelimit: `"default";r=${Math.max(0, limit - count)};t=${WINDOW_SECONDS}`,
        ...(isOver ? { 'retry-after': String(WINDOW_SECONDS) } : {}),
      },
    }
  }
}

declare global {
  // Next may load this module more than once in a process; a token has one limit all the same.
  var shopbellRequestLimiter: RequestLimiter | undefined
}

/** The limiter of this process. */
export function requestLimiter(): RequestLimiter {
  globalThis.shopbellRequestLimiter ??= new RequestLimiter()
  return globalThis.shopbellRequestLimiter
}
