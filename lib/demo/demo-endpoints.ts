import type { RetryPolicyName } from '@/lib/webhooks/retry-policy'
import { DAY_MS, HOUR_MS, nextLocalHour, nextWorkingTime } from './calendar'
import { answers, hasExpiredCertificate, type PastReceiver, refusesConnections, timesOut } from './outcomes'
import type { Behaviour } from './receiver'

/** A time in which a receiver did something else than usual, with this share of its attempts. */
export type Incident = {
  from: number
  to: number
  share: number
  receiver: PastReceiver
  /** When somebody at the store sent again what had failed for good. */
  resentAt?: number
}

/** An endpoint of the demo store: how it is set up, and what its receiver did in the past (instants in Unix ms). */
export type DemoEndpoint = {
  name: string
  description: string
  /** How the receiver inside the app answers it today. */
  behaviour: Behaviour
  eventTypes: readonly string[]
  retryPolicy: RetryPolicyName
  usual: PastReceiver
  incidents: readonly Incident[]
  /** Where it sent until its URL was changed. */
  formerUrl?: { url: string; until: number }
  /** `gone`: its receiver answers 410 from then on, which disables it. `manual`: a person disabled it. */
  disabled?: { reason: 'manual' | 'gone'; from: number }
}

/** The demo store's endpoints, as a history up to `now` needs them. */
export function demoEndpoints(now: number): DemoEndpoint[] {
  const daysAgo = (days: number, hour: number) => nextLocalHour(now - days * DAY_MS, hour)
  const outage = nextWorkingTime(daysAgo(9, 10))
  const misrouted = nextWorkingTime(daysAgo(16, 9))
  const certificateExpired = nextWorkingTime(daysAgo(13, 9))
  // The warning that it will be disabled came in the evening of the third day.
  const moved = certificateExpired + 3 * DAY_MS
  const unplugged = nextWorkingTime(daysAgo(5, 8))
  const broken = now - 3 * DAY_MS
  const always = { from: 0, to: Number.POSITIVE_INFINITY }
  return [
    {
      name: 'ERP orders',
      description: 'Books orders and payments in the ERP.',
      behaviour: 'ok',
      eventTypes: [
        'order.created',
        'order.paid',
        'order.cancelled',
        'order.shipped',
        'order.completed',
        'return.created',
      ],
      retryPolicy: 'standard',
      usual: answers(200, 95, { received: true }),
      incidents: [
        {
          from: outage,
          to: outage + 12 * 60_000,
          share: 1,
          receiver: answers(503, 40, { error: 'shutting down' }),
        },
        { from: outage, to: outage + 4.4 * HOUR_MS, share: 1, receiver: refusesConnections },
        { ...always, share: 0.004, receiver: timesOut },
      ],
    },
    {
      name: 'Stock alerts',
      description: 'Keeps the purchasing sheet up to date. Answers slowly.',
      behaviour: 'slow',
      eventTypes: ['inventory.changed', 'stock.received', 'stock.adjusted', 'stock.low'],
      retryPolicy: 'standard',
      usual: answers(200, 1_250, { rows: 1 }),
      incidents: [{ ...always, share: 0.025, receiver: timesOut }],
    },
    {
      name: 'CRM contacts',
      description: 'Contacts and deals for the sales team.',
      behaviour: 'flaky',
      eventTypes: [
        'contact.created',
        'contact.updated',
        'customer.created',
        'deal.created',
        'deal.updated',
        'deal.won',
        'deal.lost',
      ],
      retryPolicy: 'standard',
      usual: answers(202, 210, { status: 'queued' }),
      incidents: [
        {
          from: certificateExpired,
          to: moved,
          share: 1,
          receiver: hasExpiredCertificate,
        },
        { from: now - 26 * HOUR_MS, to: now, share: 0.86, receiver: answers(503, 70, { error: 'busy' }, 60) },
        { ...always, share: 0.07, receiver: answers(503, 70, { error: 'busy' }, 60) },
      ],
      formerUrl: { url: 'https://crm.alpenblick.example/hooks/nordlicht', until: moved },
    },
    {
      name: 'Accounting',
      description: 'Invoices and credit notes for the accountants.',
      behaviour: 'failing',
      eventTypes: [
        'invoice.created',
        'invoice.finalized',
        'invoice.paid',
        'credit_note.created',
        'order.paid',
      ],
      retryPolicy: 'short',
      usual: answers(200, 160, { ok: true }),
      incidents: [
        {
          from: misrouted,
          to: misrouted + 6.2 * HOUR_MS,
          share: 1,
          receiver: answers(404, 30, { error: 'no such route' }),
          resentAt: misrouted + 7.3 * HOUR_MS,
        },
        { from: broken, to: now, share: 1, receiver: answers(500, 85, { error: 'ledger period is closed' }) },
        { ...always, share: 0.012, receiver: answers(500, 85, { error: 'deadlock' }) },
      ],
    },
    {
      name: 'Packing station (old)',
      description: 'The screens in the packing hall, replaced by the ERP.',
      behaviour: 'ok',
      eventTypes: ['order.picked', 'order.packed'],
      retryPolicy: 'standard',
      usual: answers(200, 45, { shown: true }),
      incidents: [{ from: unplugged, to: now, share: 1, receiver: timesOut }],
      disabled: { reason: 'manual', from: unplugged + 5.13 * HOUR_MS },
    },
    {
      name: 'Gate access',
      description: 'Codes for the gates of the sites.',
      behaviour: 'gone',
      eventTypes: ['tenancy.started', 'unit.occupied', 'unit.overlocked', 'unit.available'],
      retryPolicy: 'standard',
      usual: answers(200, 120, { accepted: true }),
      incidents: [],
      disabled: { reason: 'gone', from: daysAgo(11, 9) },
    },
  ]
}
