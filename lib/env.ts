import { z } from 'zod'
import { parseCidrs } from '@/lib/webhooks/blocked-address'
import { defaultRetryPolicies, parseRetryDelays } from '@/lib/webhooks/retry-policy'

const wholeNumber = (least: number, most: number, standard: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${least} to ${most}` })
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
    .default(standard)

const retryDelays = (standard: readonly number[]) =>
  z
    .string()
    .transform((text, context) => {
      const delays = parseRetryDelays(text)
      if (delays) return delays
      context.addIssue('must be delays like 5s,5m,2h (20 at most, each 24h at most)')
      return z.NEVER
    })
    .default([...standard])

const cidrs = z
  .string()
  .default('')
  .transform((text, context) => {
    try {
      return parseCidrs(text)
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : 'must be a list of networks')
      return z.NEVER
    }
  })

const keyRing = z
  .string({
    error: 'is missing: set it to k1:<32 random bytes as base64>, made by “openssl rand -base64 32”',
  })
  .transform((text, context) => {
    const keys = text.split(',').map((entry) => {
      const [id = '', encoded = ''] = entry.trim().split(':')
      return { id, key: Buffer.from(encoded, 'base64') }
    })
    if (keys.every(({ id, key }) => /^[A-Za-z0-9_-]{1,32}$/.test(id) && key.length === 32)) return keys
    context.addIssue('must be like k2:<base64>,k1:<base64>, each of 32 bytes; the first one encrypts')
    return z.NEVER
  })

const headerNames = z
  .string()
  .default('shopbell-signature')
  .transform((text, context) => {
    const names = text.split(',').map((name) => name.trim().toLowerCase())
    if (names.every((name) => /^[a-z0-9][a-z0-9._-]{0,63}$/.test(name))) return names
    context.addIssue('must be header names, separated by commas')
    return z.NEVER
  })

const schema = z.object({
  DATABASE_URL: z
    .string({
      error: 'is missing: start with “npm start”, or set it to postgresql://user:password@host/database',
    })
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  SHOPBELL_MODE: z.enum(['local', 'server']).default('server'),
  PUBLIC_URL: z.url({
    protocol: /^https?$/,
    error: 'must be the address people open, like https://hooks.example.com',
  }),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters: “openssl rand -base64 32” makes one'),
  ENCRYPTION_KEYS: keyRing,
  CRON_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters: “openssl rand -base64 32” makes one')
    .optional(),
  DRAIN: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  SEND_CONCURRENCY: wholeNumber(1, 4096, 256),
  DATABASE_CONNECTIONS: wholeNumber(2, 100, 8),
  ENDPOINTS_PER_STORE: wholeNumber(1, 1000, 20),
  LOG_RETENTION_DAYS: wholeNumber(4, 365, 30),
  WEBHOOK_ALLOWED_CIDRS: cidrs,
  WEBHOOK_BLOCKED_CIDRS: cidrs,
  SIGNATURE_HEADERS: headerNames,
  RETRY_STANDARD: retryDelays(defaultRetryPolicies.standard),
  RETRY_SHORT: retryDelays(defaultRetryPolicies.short),
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
  const lines = parsed.error.issues.map((issue) => {
    const missing = issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
    return `${issue.path.join('.')} ${missing ? 'is missing' : issue.message}`
  })
  throw new Error(`The settings need a change:\n${lines.map((line) => `  - ${line}`).join('\n')}`)
}

let parsedEnv: Env | undefined

/** The checked environment of this process. */
export function env(): Env {
  parsedEnv ??= parseEnv(process.env)
  return parsedEnv
}
