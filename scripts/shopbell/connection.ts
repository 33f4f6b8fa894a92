import { dataFolder } from '@/scripts/checkout.mjs'
import { type Arguments, UsageError } from '@/scripts/commands/arguments'
import { findInstance } from '@/scripts/instance-lock.mjs'
import { ApiClient } from './api-client'

/** The flags of every command that calls the API. */
export const apiFlags = {
  url: { type: 'string' },
  token: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const apiFlagsHelp = `  --url      of Shopbell; else SHOPBELL_URL, else the instance that runs in this checkout
  --token    an API token; else SHOPBELL_TOKEN, which others on this machine do not see
  --json     for programs`

/** A client as flags and environment say. Throws a UsageError that says what to give. */
export function connect(given: Arguments): ApiClient {
  const url = given.text('url') || process.env.SHOPBELL_URL || findInstance(dataFolder())?.url
  if (!url) throw new UsageError('Say where Shopbell is: set SHOPBELL_URL, or give --url.')
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError(`“${url}” is no address of Shopbell. Give one like https://hooks.example.com.`)
  }
  const token = given.text('token') || process.env.SHOPBELL_TOKEN
  if (!token) {
    throw new UsageError(
      'An API token is needed: set SHOPBELL_TOKEN, or give --token. Settings → API tokens makes one.',
    )
  }
  return new ApiClient({ url: url.replace(/\/+$/, ''), token: token.trim() })
}
