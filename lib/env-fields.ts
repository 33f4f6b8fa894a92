import { z } from 'zod'
import { parseCidrs } from '@/lib/webhooks/blocked-address'
import { parseRetryDelays } from '@/lib/webhooks/retry-policy'

// What a setting may be, each with the words that follow its name when it is something else.

export function wholeNumber(least: number, most: number, standard: number) {
  const message = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message))
    .default(standard)
}

export const secret = z
  .string({ error: 'is missing: “openssl rand -base64 32” makes one' })
  .refine(
    (text) => text.trim().length >= 32,
    'must have at least 32 characters: “openssl rand -base64 32” makes one',
  )

export const origin = z
  .string({ error: 'is missing: set it to the address people open, like https://hooks.example.com' })
  .refine(isOrigin, 'must be the address people open, without a path, like https://hooks.example.com')

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

export function retryDelays(standard: readonly number[]) {
  return z
    .string()
    .transform((text, context) => {
      const delays = parseRetryDelays(text)
      if (delays) return delays
      context.addIssue('must be delays like 5s,5m,2h (20 at most, each 24h at most)')
      return z.NEVER
    })
    .default([...standard])
}

export const cidrs = z
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

const KEY = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=?)$/

export const keyRing = z
  .string({
    error: 'is missing: set it to k1:<32 random bytes as base64>, made by “openssl rand -base64 32”',
  })
  .transform((text, context) => {
    const entries = text.split(',').map((entry) => KEY.exec(entry.trim()))
    const keys = entries.map((match) => ({
      id: match?.[1] ?? '',
      key: Buffer.from(match?.[2] ?? '', 'base64'),
    }))
    const areKeys = keys.every(({ key }) => key.length === 32 && key.some((byte) => byte !== key[0]))
    if (areKeys && new Set(keys.map(({ id }) => id)).size === keys.length) return keys
    context.addIssue('must be like k2:<base64>,k1:<base64>, each of 32 random bytes; the first one encrypts')
    return z.NEVER
  })

// Headers that say something else already, or that the HTTP client writes.
const TAKEN_NAME =
  /^(webhook-.*|shopbell-(event|delivery|attempt)|host|connection|content-.*|accept.*|transfer-encoding|user-agent|te|trailer|upgrade|expect|keep-alive|authorization|cookie)$/

export const headerNames = z
  .string()
  .default('shopbell-signature')
  .transform((text, context) => {
    const names = text.split(',').map((name) => name.trim().toLowerCase())
    const areUsable = names.every(
      (name) => /^[a-z0-9][a-z0-9._-]{0,63}$/.test(name) && !TAKEN_NAME.test(name),
    )
    if (areUsable && new Set(names).size === names.length) return names
    context.addIssue('must be header names that are not in use, separated by commas, each once')
    return z.NEVER
  })

export const smtpUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '',
    'must be like smtp://user:password@mail.example.com:587, or smtps:// for TLS from the start',
  )

export const mailSender = z
  .string()
  .regex(
    /^([^<>\p{Cc}]{1,100} )?<?[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>?$/u,
    'must be like Shopbell <webhooks@example.com>',
  )
