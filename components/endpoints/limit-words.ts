import { formatCount } from '@/components/ui/number-format'
import type { EndpointKindName } from '@/lib/webhooks/endpoint-kinds'

type Limits = {
  kind: EndpointKindName
  timeoutSeconds: number
  rateLimit: number | null
  concurrency: number
}

/** What an endpoint's limits mean together; null while one of them is no number. */
export function limitWords({ kind, timeoutSeconds, rateLimit, concurrency }: Limits): string | null {
  if (![timeoutSeconds, rateLimit ?? 0, concurrency].every(Number.isFinite)) return null
  const unit = kind === 'email' ? 'message' : 'request'
  const atOnce =
    concurrency === 1 ? `One ${unit} at a time` : `At most ${formatCount(concurrency)} ${unit}s at once`
  const rate = rateLimit === null ? 'as fast as they come' : `${formatCount(rateLimit)} a second`
  return `${atOnce}, ${rate}; each may take up to ${timeoutSeconds} s.`
}
