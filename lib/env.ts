import { z } from 'zod'
import {
  cidrs,
  headerNames,
  keyRing,
  mailSender,
  origin,
  retryDelays,
  secret,
  smtpUrl,
  wholeNumber,
} from '@/lib/env-fields'
import { defaultRetryPolicies, type RetryPolicies } from '@/lib/webhooks/retry-policy'

const DAY_MS = 24 * 60 * 60 * 1000

const schema = z.object({
  DATABASE_URL: z
    .string({
      error: 'is missing: start with “npm start”, or set it to postgresql://user:password@host/database',
    })
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  /** Next sets it: `development` under `npm run dev`. */
  NODE_ENV: z.string().default('production'),
  SHOPBELL_MODE: z.enum(['local', 'server'], { error: 'must be local or server' }).default('server'),
  PUBLIC_URL: origin,
  NEXTAUTH_SECRET: secret,
  ENCRYPTION_KEYS: keyRing,
  CRON_SECRET: secret.optional(),
  METRICS_TOKEN: secret.optional(),
  TRUSTED_PROXIES: wholeNumber(0, 10, 0),
  DRAIN: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  SEND_CONCURRENCY: wholeNumber(1, 4096, 256),
  DATABASE_CONNECTIONS: wholeNumber(2, 100, 8),
  ENDPOINTS_PER_STORE: wholeNumber(1, 1000, 20),
  /** Requests a second of one API token, for each process; 0 for no limit. */
  API_RATE_LIMIT: wholeNumber(0, 1_000_000, 200),
  LOG_RETENTION_DAYS: wholeNumber(4, 365, 30),
  DISABLE_AFTER_DAYS: wholeNumber(1, 30, 5),
  WEBHOOK_ALLOWED_CIDRS: cidrs,
  WEBHOOK_BLOCKED_CIDRS: cidrs,
  SIGNATURE_HEADERS: headerNames,
  RETRY_STANDARD: retryDelays(defaultRetryPolicies.standard),
  RETRY_SHORT: retryDelays(defaultRetryPolicies.short),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailSender.optional(),
  BACKOFFICE_URL: z.string().default('{PUBLIC_URL}{rel}'),
  STOREFRONT_URL: z.string().default('https://{store}.shopbell.test{rel}'),
})

export type Env = z.infer<typeof schema>

/** Checks an environment; throws an Error whose message has a line per setting that is missing or wrong. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty variable means an unset one, but for the network lists, where empty is an answer.
  const given = Object.entries(source).filter(([name, value]) => value !== '' || name.startsWith('WEBHOOK_'))
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new Error(`The settings need a change:\n${lines.map((line) => `  - ${line}`).join('\n')}`)
}

let parsedEnv: Env | undefined

/** The checked environment of this process. */
export function env(): Env {
  parsedEnv ??= parseEnv(process.env)
  return parsedEnv
}

/** Whom e-mail is from: `MAIL_FROM`, or an address at the host that people open. */
export function mailFrom(): string {
  const { MAIL_FROM, PUBLIC_URL } = env()
  return MAIL_FROM ?? `Shopbell <webhooks@${new URL(PUBLIC_URL).hostname}>`
}

/** After how long without a success a failing endpoint is disabled, in milliseconds. */
export function disableAfterMs(): number {
  return env().DISABLE_AFTER_DAYS * DAY_MS
}

/** The delays of each retry policy in this deployment, in milliseconds. */
export function retryPolicies(): RetryPolicies {
  const { RETRY_STANDARD, RETRY_SHORT } = env()
  return { standard: RETRY_STANDARD, short: RETRY_SHORT, none: [] }
}
