import { z } from 'zod'
import { identifier } from './identifier'

/** What a note or a task is about. */
export const subject = z.looseObject({
  type: z.string().describe('Kind of object, such as contact, tenancy, unit or order.'),
  id: identifier.describe('Id of the object.'),
})
