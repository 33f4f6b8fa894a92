import { text } from 'node:stream/consumers'
import { readArguments, UsageError } from './arguments'
import type { Command } from './command'

const ROLES = ['operator', 'support', 'admin']

export const command: Command = {
  help: `Makes a user of a store, or gives one who exists a role in it.

  npm run user:create -- --store acme --email you@example.com --name "Your Name" --role admin

  --store           the store's slug
  --email, --name   of the user
  --role            operator, support or admin
  --password        at least 12 characters. Others on this machine can see it while the
                    command runs; without it, one is made and printed.
  --password-stdin  reads the password from standard input

A user who exists by this e-mail address keeps name and password.`,

  read(args) {
    const given = readArguments(args, {
      store: { type: 'string', required: true },
      email: { type: 'string', required: true },
      name: { type: 'string', required: true },
      role: { type: 'string', required: true },
      password: { type: 'string' },
      'password-stdin': { type: 'boolean' },
    })
    const role = given.text('role')
    if (!ROLES.includes(role)) throw new UsageError('--role must be operator, support or admin.')
    if (given.has('password') && given.has('password-stdin')) {
      throw new UsageError('Use either --password or --password-stdin.')
    }
    return async () => {
      const [{ findStore }, { createUser }, { readablePassword }] = await Promise.all([
        import('./find-store'),
        import('@/lib/operations/users'),
        import('@/lib/demo/demo-users'),
      ])
      const store = await findStore(given.text('store'))
      const chosen = given.has('password-stdin')
        ? (await text(process.stdin)).replace(/\r?\n$/, '')
        : given.text('password')
      const isMade = !given.has('password-stdin') && !given.has('password')
      const password = isMade ? readablePassword() : chosen
      const email = given.text('email')
      const { isNew } = await createUser(store.id, { email, name: given.text('name'), password, role })
      if (!isNew) {
        console.log(
          `${email} is known, and has the role ${role} in “${store.name}” now. The password stays as it was.`,
        )
        return
      }
      console.log(`Made the user ${email} with the role ${role} in “${store.name}”.`)
      if (isMade) console.log(`The password is ${password}`)
    }
  },
}
