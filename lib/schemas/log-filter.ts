import { type DeliveryStatus, deliveryStatuses } from '@/lib/webhooks/delivery-state'
import { type ErrorKind, errorKinds } from '@/lib/webhooks/outcome'

/** The ranges that the log offers besides two dates of one's own. */
export const logRanges = {
  '1h': 3_600_000,
  '24h': 86_400_000,
  '7d': 604_800_000,
  '30d': 2_592_000_000,
} as const

const rangeNames = ['1h', '24h', '7d', '30d'] as const
const statusClasses = ['2xx', '3xx', '4xx', '5xx'] as const

/** The filters of the delivery log. `from` and `to` are days in the viewer's time zone, `to` included. */
export type LogFilterInput = {
  status?: DeliveryStatus | undefined
  type?: string | undefined
  /** A public id, like the cursors `after` and `before`. */
  endpoint?: string | undefined
  code?: number | (typeof statusClasses)[number] | undefined
  error?: ErrorKind | undefined
  range?: (typeof rangeNames)[number] | undefined
  from?: string | undefined
  to?: string | undefined
  q?: string | undefined
  /** The public id of a bulk resend or catch-up. */
  resend?: string | undefined
  after?: string | undefined
  before?: string | undefined
}

/**
 * The filters that an address holds. What is not understood, or given twice, is left out, so that an old or mistyped
 * address still shows a log. By hand: the log reads its address in the browser too, and zod would be a quarter of it.
 */
export function readLogFilter(query: URLSearchParams): LogFilterInput {
  const one = (name: keyof LogFilterInput) => {
    const [value, ...more] = query.getAll(name)
    return more.length === 0 ? value : undefined
  }
  const found: LogFilterInput = {
    status: oneOf(deliveryStatuses, one('status')),
    type: shortText(one('type'), 200),
    endpoint: shortText(one('endpoint'), 40),
    code: httpStatus(one('code')),
    error: oneOf(errorKinds, one('error')),
    range: oneOf(rangeNames, one('range')),
    from: day(one('from')),
    to: day(one('to')),
    q: shortText(one('q')?.trim(), 200),
    resend: shortText(one('resend'), 40),
    after: shortText(one('after'), 40),
    before: shortText(one('before'), 40),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

function oneOf<Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined {
  return values.find((value) => value === text)
}

function shortText(text: string | undefined, most: number): string | undefined {
  return text !== undefined && text !== '' && text.length <= most ? text : undefined
}

function httpStatus(text: string | undefined): LogFilterInput['code'] {
  return /^[1-5]\d\d$/.test(text ?? '') ? Number(text) : oneOf(statusClasses, text)
}

function day(text: string | undefined): string | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text ?? '')
  const at = isDay ? new Date(`${text}T00:00:00Z`) : null
  // The 30th of February becomes a day of March.
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text ?? '') ? text : undefined
}
