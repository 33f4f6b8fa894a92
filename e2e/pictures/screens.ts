import type { Role } from '@/lib/permissions'

/** What there is in the demo store to look at, as public ids; null where there is none. */
export type Subjects = {
  endpoint: string | null
  failingEndpoint: string | null
  disabledEndpoint: string | null
  failedDelivery: string | null
  deliveredDelivery: string | null
}

/** A picture: who looks at which address. `press` names the button or tab that is pressed there first. */
export type Screen = {
  name: string
  as: Role | 'nobody' | 'admin of an empty store'
  path: string | ((subjects: Subjects) => string | null)
  press?: RegExp
  /** In this width alone. */
  width?: number
}

const endpoint =
  (rest = '', which: 'endpoint' | 'failingEndpoint' | 'disabledEndpoint' = 'endpoint') =>
  (subjects: Subjects) =>
    subjects[which] && `/settings/webhooks/${subjects[which]}${rest}`

const delivery = (which: 'failedDelivery' | 'deliveredDelivery') => (subjects: Subjects) =>
  subjects[which] && `/deliveries/${subjects[which]}`

/** Every screen of the product. A new one is one more line. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', as: 'nobody', path: '/signin' },
  { name: 'sign-in-expired', as: 'nobody', path: '/signin?expired=1&callbackUrl=%2Fdeliveries' },

  { name: 'webhooks', as: 'operator', path: '/settings/webhooks' },
  { name: 'webhooks-support', as: 'support', path: '/settings/webhooks' },
  { name: 'webhooks-menu', as: 'operator', path: '/settings/webhooks', press: /^Menu/, width: 375 },
  { name: 'webhooks-empty', as: 'admin of an empty store', path: '/settings/webhooks' },
  { name: 'webhook-new', as: 'operator', path: '/settings/webhooks/new' },
  { name: 'webhook-new-refused', as: 'operator', path: '/settings/webhooks/new', press: /^Create/ },
  {
    name: 'webhook-new-placeholders',
    as: 'operator',
    path: '/settings/webhooks/new',
    press: /^Insert place/,
  },
  { name: 'webhook-new-not-allowed', as: 'support', path: '/settings/webhooks/new' },

  { name: 'endpoint', as: 'operator', path: endpoint() },
  { name: 'endpoint-failing', as: 'operator', path: endpoint('', 'failingEndpoint') },
  { name: 'endpoint-disabled', as: 'operator', path: endpoint('', 'disabledEndpoint') },
  { name: 'endpoint-test-send', as: 'operator', path: endpoint(), press: /^Send test/ },
  { name: 'endpoint-rotate-secret', as: 'operator', path: endpoint(), press: /^Rotate/ },
  { name: 'endpoint-deliveries', as: 'operator', path: endpoint('/deliveries') },
  { name: 'endpoint-statistics', as: 'operator', path: endpoint('/statistics') },
  { name: 'endpoint-settings', as: 'operator', path: endpoint('/settings') },
  { name: 'endpoint-delete', as: 'operator', path: endpoint('/settings'), press: /^Delete/ },
  { name: 'endpoint-support', as: 'support', path: endpoint() },

  { name: 'api-tokens', as: 'admin', path: '/settings/api-tokens' },
  { name: 'api-tokens-new', as: 'admin', path: '/settings/api-tokens', press: /^Create API token/ },
  { name: 'api-tokens-empty', as: 'admin of an empty store', path: '/settings/api-tokens' },
  { name: 'api-tokens-not-allowed', as: 'operator', path: '/settings/api-tokens' },

  { name: 'deliveries', as: 'operator', path: '/deliveries' },
  { name: 'deliveries-failed', as: 'operator', path: '/deliveries?status=failed&range=30d' },
  { name: 'deliveries-nothing-found', as: 'operator', path: '/deliveries?q=there-is-no-such-thing' },
  { name: 'deliveries-empty', as: 'admin of an empty store', path: '/deliveries' },
  { name: 'bulk-resends', as: 'operator', path: '/deliveries/resends' },
  { name: 'bulk-resends-empty', as: 'admin of an empty store', path: '/deliveries/resends' },
  { name: 'delivery-failed', as: 'operator', path: delivery('failedDelivery') },
  { name: 'delivery-resend', as: 'operator', path: delivery('failedDelivery'), press: /^Resend/ },
  { name: 'delivery-delivered', as: 'operator', path: delivery('deliveredDelivery') },

  { name: 'statistics', as: 'operator', path: '/statistics' },
  { name: 'statistics-empty', as: 'admin of an empty store', path: '/statistics' },

  { name: 'notices', as: 'operator', path: '/notices' },
  { name: 'notices-empty', as: 'admin of an empty store', path: '/notices' },

  { name: 'event-types', as: 'operator', path: '/event-types' },
  { name: 'event-types-found', as: 'operator', path: '/event-types?q=paid' },
  { name: 'event-types-nothing-found', as: 'operator', path: '/event-types?q=zebra' },
  { name: 'event-type', as: 'operator', path: '/event-types/order.paid' },
  { name: 'event-type-new', as: 'admin', path: '/event-types/new' },
  { name: 'event-type-new-refused', as: 'admin', path: '/event-types/new', press: /^Create/ },
  { name: 'event-type-new-not-allowed', as: 'operator', path: '/event-types/new' },

  { name: 'api-reference', as: 'operator', path: '/settings/api-reference' },
  { name: 'api-operation', as: 'operator', path: '/settings/api-reference/createWebhookEndpoint' },

  { name: 'account', as: 'operator', path: '/account' },
  { name: 'account-password-refused', as: 'operator', path: '/account', press: /^Change password$/ },

  { name: 'not-found', as: 'operator', path: '/event-types/nothing.happened' },
  { name: 'no-such-page', as: 'operator', path: '/nowhere' },
]
