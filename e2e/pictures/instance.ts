import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Role } from '@/lib/permissions'
import { dataFolder } from '@/scripts/checkout.mjs'
import { createPerson } from '../fixtures/people'
import { Shopbell } from '../fixtures/shopbell'

type SignIn = { email: string; password: string }

/** What is looked at: a running product with the demo store. */
export type Instance = {
  url: string
  signIns: Record<Role, SignIn>
  /** Of an admin of a store in which nothing ever happened; null where none was made. */
  emptyStore: SignIn | null
  end: () => Promise<void>
}

const credentials = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }))

/** An instance of its own, with a demo store and an empty one. */
export async function startInstance(): Promise<Instance> {
  const shopbell = await Shopbell.create({})
  try {
    await shopbell.start()
    await shopbell.npmRun('store:create', '--name', 'Empty store', '--slug', 'empty')
    return {
      url: shopbell.url,
      signIns: byRole(await shopbell.credentials()),
      emptyStore: await createPerson(shopbell, 'empty', 'admin'),
      end: () => shopbell.remove(),
    }
  } catch (error) {
    await shopbell.remove()
    throw error
  }
}

/** The one that runs at this address on the data folder of this environment. Nothing is made in it. */
export async function adoptInstance(url: string): Promise<Instance> {
  const text = await readFile(join(dataFolder(), 'demo-credentials.json'), 'utf8')
  return {
    url: url.replace(/\/+$/, ''),
    signIns: byRole(credentials.parse(JSON.parse(text))),
    emptyStore: null,
    end: async () => {},
  }
}

function byRole(known: readonly (SignIn & { role: string })[]): Record<Role, SignIn> {
  const find = (role: Role) => {
    const found = known.find((one) => one.role === role)
    if (!found) throw new Error(`The demo store has no ${role}.`)
    return found
  }
  return { operator: find('operator'), support: find('support'), admin: find('admin') }
}
