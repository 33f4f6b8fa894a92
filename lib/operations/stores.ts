import { z } from 'zod'
import type { Store } from '@/lib/db/generated/client'
import { findStoreBySlug, createStore as insertStore } from '@/lib/db/stores'
import { validationError } from '@/lib/errors'
import { fieldErrors } from '@/lib/schemas/field-errors'
import { text } from '@/lib/schemas/text'
import { timeZone } from '@/lib/schemas/time-zone'

const newStoreSchema = z.strictObject({
  name: text(1, 100),
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/, 'Use lower-case letters, digits and hyphens.'),
  timeZone: timeZone.default('UTC'),
})

/** Makes a store. Its slug, by which commands name it, follows from its name unless given. */
export async function createStore(input: { name: string; slug?: string; timeZone?: string }): Promise<Store> {
  const slug = input.slug ?? slugOf(input.name)
  const parsed = newStoreSchema.safeParse({ ...input, slug })
  if (!parsed.success) throw validationError(fieldErrors(parsed.error))
  if (await findStoreBySlug(slug)) {
    throw validationError([
      { pointer: '/slug', code: 'taken', detail: `There is a store “${slug}” already.` },
    ])
  }
  return insertStore(parsed.data)
}

function slugOf(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 50)
}
