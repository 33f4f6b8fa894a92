import { randomInt } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const credentialsSchema = z.array(
  z.object({ role: z.enum(['operator', 'support', 'admin']), email: z.string(), password: z.string() }),
)

/** Who can sign in to the demo store. */
export type DemoCredentials = z.infer<typeof credentialsSchema>

/** One user per role. */
export const demoUsers = [
  { role: 'admin', email: 'admin@nordlicht.example', name: 'Svea Lindqvist' },
  { role: 'operator', email: 'operator@nordlicht.example', name: 'Jonas Harder' },
  { role: 'support', email: 'support@nordlicht.example', name: 'Mira Petersen' },
] as const

const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aeiou'
const WORDS = 4

/** A password of four made-up words and a number, about 60 bits of chance: `tomali-kefura-benoza-vidu42`. */
export function readablePassword(): string {
  const letter = (letters: string) => letters.charAt(randomInt(letters.length))
  const word = () => Array.from({ length: 3 }, () => letter(CONSONANTS) + letter(VOWELS)).join('')
  const words = Array.from({ length: WORDS - 1 }, word)
  return [...words, `${word().slice(0, 4)}${randomInt(10, 100)}`].join('-')
}

/**
 * The demo store's sign-ins, from `demo-credentials.json` in the folder, which is made (mode 0600) when it is not
 * there yet. It is written whole or not at all.
 */
export async function demoCredentials(folder: string): Promise<DemoCredentials> {
  const path = join(folder, 'demo-credentials.json')
  const existing = await read(path)
  if (existing) return existing
  const made = demoUsers.map(({ role, email }) => ({ role, email, password: readablePassword() }))
  await mkdir(dirname(path), { recursive: true })
  const half = `${path}.${process.pid}`
  await writeFile(half, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  await rename(half, path)
  return made
}

async function read(path: string): Promise<DemoCredentials | null> {
  try {
    return credentialsSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Error(`${path} is damaged. Remove it, and start again.`, { cause: error })
  }
}
