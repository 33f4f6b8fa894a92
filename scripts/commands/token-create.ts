import { LONGEST_LIFETIME_DAYS, STANDARD_LIFETIME_DAYS, type TokenLifetime } from '@/lib/schemas/api-token'
import { isScope, type Scope, scopes } from '@/lib/schemas/scopes'
import { readArguments, UsageError } from './arguments'
import type { Command } from './command'

const STANDARD_EXPIRY = `${STANDARD_LIFETIME_DAYS}d`
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
  --json     prints an object with the token, its id and when it ends

It cannot be shown again: Shopbell keeps a hash of it alone.`,

  read(args) {
    const given = readArguments(args, {
      store: { type: 'string', required: true },
      name: { type: 'string', required: true },
      scopes: { type: 'string' },
      expires: { type: 'string' },
      json: { type: 'boolean' },
    })
    const name = given.text('name')
    if (name.trim() === '' || name.length > MOST_NAME_LENGTH) {
      throw new UsageError(`--name must have 1 to ${MOST_NAME_LENGTH} characters.`)
    }
    const chosen = given.has('scopes') ? readScopes(given.text('scopes')) : [...scopes]
    const lifetime = readLifetime(given.text('expires') || STANDARD_EXPIRY)
    return async () => {
      const [{ findStoreContext }, { createToken }] = await Promise.all([
        import('./find-store'),
        import('@/lib/operations/store-tokens'),
      ])
      const context = await findStoreContext(given.text('store'))
      const { timeZone } = context
      const made = await createToken(
        context,
        { name, scopes: chosen, lifetime },
        { createdBy: null, timeZone },
      )
      const { id, token, expiresAt } = made
      console.log(
        given.has('json')
          ? JSON.stringify({ id, token, name, scopes: chosen, expires_at: expiresAt })
          : token,
      )
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

function readLifetime(text: string): TokenLifetime {
  if (text === 'never') return null
  const days = Number(/^(\d{1,4})d$/.exec(text)?.[1])
  if (days >= 1 && days <= LONGEST_LIFETIME_DAYS) return { days }
  throw new UsageError(
    `--expires must be a number of days like 90d, at most ${LONGEST_LIFETIME_DAYS}d, or “never”.`,
  )
}
