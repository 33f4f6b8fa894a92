import { z } from 'zod'
import { identifier } from './identifier'
import { personal } from './personal'

/** The fields by which an object names a person outside the store: a buyer, a tenant, a lead. */
export const person = z.looseObject({
  id: identifier.nullish().describe('Id of the person; null for a guest.'),
  first_name: personal(z.string().nullish().describe('Given name.')),
  last_name: personal(z.string().nullish().describe('Family name.')),
  email: personal(z.email().nullish().describe('E-mail address.')),
  phone: personal(z.string().nullish().describe('Phone number, best in E.164 form (+441632960123).')),
})

/** The fields by which an object names someone who works for the store. */
export const staffMember = z.looseObject({
  id: identifier.describe('Id of the member of staff.'),
  full_name: personal(z.string().describe('Name of the member of staff.')),
  email: personal(z.email().nullish().describe('Work e-mail address.')),
})
