import { z } from 'zod'
import { identifier } from './identifier'

/** A place that the store runs: a storage site, a shop, a warehouse. */
export const site = z.looseObject({
  id: identifier.describe('Id of the site.'),
  name: z.string().describe('Name of the site.'),
})
