import { prisma } from '@/lib/db/client'
import { countStores } from '@/lib/db/stores'
import { AppError } from '@/lib/errors'
import { createStore } from '@/lib/operations/stores'
import { createUser } from '@/lib/operations/users'
import { CommandError } from './command-error'

type Settings = Partial<Record<string, string>>

const NEEDED = ['STORE_NAME', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'] as const

// Which setting a refused field came from.
const SETTINGS_OF: Record<string, string> = {
  '/name': 'STORE_NAME',
  '/timeZone': 'STORE_TIME_ZONE',
  '/email': 'ADMIN_EMAIL',
  '/password': 'ADMIN_PASSWORD',
}

/**
 * On a server without a store: makes the first one with its admin from the settings, or says how to make one. A start
 * that was interrupted between the two is completed by the next.
 */
export async function prepareFirstStore(settings: Settings, say: (line: string) => void): Promise<void> {
  const missing = NEEDED.filter((name) => !settings[name])
  const isFirst = (await countStores()) === 0
  if (missing.length > 0) {
    if (!isFirst) return
    if (missing.length < NEEDED.length) throw new CommandError(incomplete(missing))
    for (const line of HOW_TO) say(line)
    return
  }
  const { STORE_NAME = '', ADMIN_EMAIL = '', ADMIN_PASSWORD = '', STORE_TIME_ZONE } = settings
  const unfinished = isFirst ? null : await findWithoutMembers(STORE_NAME)
  if (!isFirst && !unfinished) return
  try {
    const timeZone = STORE_TIME_ZONE ? { timeZone: STORE_TIME_ZONE } : {}
    const store = unfinished ?? (await createStore({ name: STORE_NAME, ...timeZone }))
    await createAdmin(store.id, { email: ADMIN_EMAIL, password: ADMIN_PASSWORD, isStoreNew: isFirst })
    say(`made the store “${store.name}” (${store.slug}) with ${ADMIN_EMAIL} as its admin`)
  } catch (error) {
    if (error instanceof AppError && error.fields.length > 0) throw new CommandError(refusal(error))
    throw error
  }
}

async function createAdmin(
  storeId: string,
  { email, password, isStoreNew }: { email: string; password: string; isStoreNew: boolean },
): Promise<void> {
  try {
    await createUser(storeId, { email, name: email.split('@')[0] || email, password, role: 'admin' })
  } catch (error) {
    // Left there, it would keep the next start from making both as the settings say by then.
    if (isStoreNew) await prisma().store.delete({ where: { id: storeId } })
    throw error
  }
}

async function findWithoutMembers(name: string) {
  const [store, ...others] = await prisma().store.findMany({ include: { memberships: { take: 1 } }, take: 2 })
  return store && others.length === 0 && store.name === name && store.memberships.length === 0 ? store : null
}

const HOW_TO = [
  'there is no store yet; make one, and someone to sign in:',
  '  npm run store:create -- --name "Acme Storage"',
  '  npm run user:create -- --store acme-storage --email you@example.com --name You --role admin',
]

function incomplete(missing: readonly string[]): string {
  return `The first store needs STORE_NAME, ADMIN_EMAIL and ADMIN_PASSWORD together. Set ${missing.join(' and ')} too, or none of them.`
}

function refusal(error: AppError): string {
  const lines = error.fields.map(({ pointer, detail }) =>
    pointer === '/slug'
      ? `STORE_NAME: ${slugSentence(detail)}`
      : `${SETTINGS_OF[pointer] ?? pointer}: ${detail}`,
  )
  return `The first store could not be made:\n${lines.map((line) => `  - ${line}`).join('\n')}`
}

function slugSentence(detail: string): string {
  return detail.startsWith('There is')
    ? detail
    : 'Use at least one letter from a to z or digit, of which its short name is made.'
}
