import { z } from 'zod'

const curie = z
  .object({
    name: z.enum(['bo', 'sf']).describe('`bo` is the backoffice, `sf` the storefront.'),
    href: z.string().describe('A template with `{rel}` in it.'),
    templated: z.literal(true),
    title: z.string(),
  })
  .meta({ id: 'Curie' })

const requestId = z.uuid().describe('The same as in the header `x-request-id`.')

export const metaSchema = z
  .object({ request_id: requestId, curies: z.array(curie).min(2).max(2) })
  .meta({ id: 'Meta' })

export const listMetaSchema = z
  .object({
    ...metaSchema.shape,
    next_cursor: z.string().nullable().describe('What to send as `after`; null on the last page.'),
  })
  .meta({ id: 'ListMeta' })

export const exampleMeta: z.infer<typeof metaSchema> = {
  request_id: '01563646-58c1-4607-8fe0-cae3e92c4477',
  curies: [
    { name: 'bo', href: 'https://app.shopbell.test{rel}', templated: true, title: 'Backoffice' },
    { name: 'sf', href: 'https://acme.shopbell.test{rel}', templated: true, title: 'Storefront' },
  ],
}

export const exampleListMeta: z.infer<typeof listMetaSchema> = { ...exampleMeta, next_cursor: null }
