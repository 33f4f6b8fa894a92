import type { ListedToken } from '@/lib/operations/store-tokens'
import { readArguments } from './arguments'
import type { Command } from './command'

export const command: Command = {
  help: `Lists the API tokens of a store: those that work, then the latest that no longer do.

  npm run --silent token:list -- --store acme [--json]

  --store  the store's slug
  --json   prints one JSON array`,

  read(args) {
    const given = readArguments(args, {
      store: { type: 'string', required: true },
      json: { type: 'boolean' },
    })
    return async () => {
      const [{ findStoreContext }, { listTokens }, { formatTable }, { terminalWidth }] = await Promise.all([
        import('./find-store'),
        import('@/lib/operations/store-tokens'),
        import('../shopbell/table'),
        import('../shopbell/terminal'),
      ])
      const tokens = await listTokens(await findStoreContext(given.text('store')))
      if (given.has('json')) {
        console.log(JSON.stringify(tokens.map(jsonOf), null, 2))
        return
      }
      if (tokens.length === 0) {
        console.log('This store has no API tokens. Make one with: npm run --silent token:create')
        return
      }
      const head = ['token', 'name', 'status', 'expires', 'last used', 'scopes']
      console.log(formatTable(head, tokens.map(rowOf), terminalWidth(), [0]))
    }
  },
}

function rowOf(token: ListedToken): string[] {
  const status = token.endsSoon ? 'expires soon' : token.status
  return [
    `shb_${token.prefix}…${token.lastFour}`,
    token.name,
    status,
    minuteOf(token.expiresAt),
    minuteOf(token.lastUsedAt),
    token.scopes.join(','),
  ]
}

function jsonOf(token: ListedToken) {
  const { id, name, prefix, lastFour, scopes, status, createdBy } = token
  return {
    id,
    name,
    prefix: `shb_${prefix}`,
    last_four: lastFour,
    scopes,
    status,
    created_by: createdBy,
    created_at: token.createdAt,
    expires_at: token.expiresAt,
    last_used_at: token.lastUsedAt,
    revoked_at: token.revokedAt,
  }
}

function minuteOf(at: Date | null): string {
  return at ? `${at.toISOString().slice(0, 16).replace('T', ' ')}Z` : 'never'
}
