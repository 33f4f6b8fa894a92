import { readArguments } from './arguments'
import type { Command } from './command'

export const command: Command = {
  help: `Makes a store.

  npm run store:create -- --name "Acme Storage" [--slug acme] [--time-zone Europe/Berlin]

  --name       what people see
  --slug       its short name, by which commands name it: lower-case letters, digits
               and hyphens. Made of the name unless given.
  --time-zone  in which its days begin and end. UTC unless given.`,

  read(args) {
    const given = readArguments(args, {
      name: { type: 'string', required: true },
      slug: { type: 'string' },
      'time-zone': { type: 'string' },
    })
    return async () => {
      const { createStore } = await import('@/lib/operations/stores')
      const store = await createStore({
        name: given.text('name'),
        ...(given.has('slug') ? { slug: given.text('slug') } : {}),
        ...(given.has('time-zone') ? { timeZone: given.text('time-zone') } : {}),
      })
      console.log(
        `Made the store “${store.name}”: its slug is ${store.slug}, its time zone ${store.timeZone}.`,
      )
    }
  },
}
