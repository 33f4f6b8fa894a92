import { isScope, type Scope, scopes } from '@/lib/schemas/scopes'
import { readArguments, UsageError } from './arguments'
import type { Command } from './command'

const DAY_MS = 86_400_000
const STANDARD_EXPIRY = '90d'
const MOST_DAYS = 3_650
const MOST_NAME_LENGTH = 100

export const command: Command = {
  help: `Prints one new API token of a store on standard output, and nothing else.

  npm run --silent token:create -- --store acme --name "ERP" [--scopes a,b] [--expires 90d]

  --store    the store's slug
  --name     what it is for, to tell it from others
  --scopes   what it may do, separated by commas; everything unless given:
             ${scopes.slice(0, 4).join(', ')},
             ${scopes.slice(4).join(', ')}
  --expires  in how many days it ends, such as ${STANDARD_EXPIRY} (unless given), or “never”

It cannot be shown again: Shopbell keeps a hash of it alone.`,

  read(args) {
    const given = readArguments(args, {
      store: { type: 'string', required: true },
      name: { type: 'string', required: true },
      scopes: { type: 'string' },
      expires: { type: 'string' },
    })
    const name = given.text('name')
    if (name.trim() === '' || name.length > MOST_NAME_LENGTH) {
      throw new UsageError(`--name must have 1 to ${MOST_NAME_LENGTH} characters.`)
    }
    const chosen = given.has('scopes') ? readScopes(given.text('scopes')) : scopes
    const lifetimeMs = readLifetime(given.text('expires') || STANDARD_EXPIRY)
    return async () => {
      const [{ findStore }, { issueToken }, { now }] = await Promise.all([
        import('./find-store'),
        import('@/lib/operations/api-tokens'),
        import('@/lib/clock'),
      ])
      const store = await findStore(given.text('store'))
      const expiresAt = lifetimeMs === null ? null : new Date(now().getTime() + lifetimeMs)
      console.log(await issueToken({ storeId: store.id, name, scopes: chosen, createdBy: null, expiresAt }))
    }
  },
}

function readScopes(list: string): Scope[] {
  const names = [...new Set(list.split(',').map((name) => name.trim()))]
  const unknown = names.find((name) => !isScope(name))
  if (unknown !== undefined)
    throw new UsageError(`There is no scope “${unknown}”. The scopes are ${scopes.join(', ')}.`)
  return names.filter(isScope)
}

function readLifetime(text: string): number | null {
  if (text === 'never') return null
  const days = Number(/^(\d{1,4})d$/.exec(text)?.[1])
  if (days >= 1 && days <= MOST_DAYS) return days * DAY_MS
  throw new UsageError(`--expires must be a number of days like 90d, at most ${MOST_DAYS}d, or “never”.`)
}
