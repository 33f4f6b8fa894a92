import { readArguments, UsageError } from './arguments'
import type { Command } from './command'
import { CommandError } from './command-error'

const PREFIX = /^(?:shb_)?([0-9A-Za-z]{10})(?:_.*|…?.{4})?$/

export const command: Command = {
  help: `Revokes an API token of a store: its next request is refused.

  npm run --silent token:revoke -- --store acme --token shb_0A1b2C3d4E

  --store  the store's slug
  --token  the token's beginning, as token:list shows it; the whole token will do
  --json   prints an object with the token's id`,

  read(args) {
    const given = readArguments(args, {
      store: { type: 'string', required: true },
      token: { type: 'string', required: true },
      json: { type: 'boolean' },
    })
    const prefix = PREFIX.exec(given.text('token'))?.[1]
    if (prefix === undefined) {
      throw new UsageError('--token must begin like the token itself: “shb_” and ten letters or digits.')
    }
    return async () => {
      const [{ findStoreContext }, { endToken, findTokenByPrefix }] = await Promise.all([
        import('./find-store'),
        import('@/lib/operations/store-tokens'),
      ])
      const context = await findStoreContext(given.text('store'))
      const token = await findTokenByPrefix(context, prefix)
      if (!token) throw new CommandError(`This store has no token that begins with shb_${prefix}.`)
      await endToken(context, token.id)
      console.log(
        given.has('json')
          ? JSON.stringify({ id: token.id, name: token.name, revoked: true })
          : `Revoked “${token.name}” (shb_${prefix}). Its next request is refused.`,
      )
    }
  },
}
