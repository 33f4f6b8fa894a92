import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { personal } from './personal'
import { postalAddress } from './postal-address'
import { oliver, oliverAddress } from './sample-world'

const contact = z.looseObject({
  id: identifier.describe('Id of the contact.'),
  type: z.enum(['individual', 'business']).optional().describe('Whether a person or a business rents.'),
  first_name: personal(z.string().nullish().describe('Given name.')),
  last_name: personal(z.string().nullish().describe('Family name.')),
  email: personal(z.email().nullish().describe('E-mail address.')),
  phone: personal(z.string().nullish().describe('Phone number, best in E.164 form (+441632960123).')),
  company: personal(z.string().nullish().describe('Name of the business.')),
  address: postalAddress.nullish().describe('Postal address.'),
  source: z.string().nullish().describe('How the contact came to the store, such as storefront or walk_in.'),
  accepts_marketing: z.boolean().optional().describe('Whether the contact agreed to advertising.'),
  tags: z.array(z.string()).optional().describe('Labels that the store gave the contact.'),
  created_at: instant.optional().describe('When the contact was created.'),
  updated_at: instant.optional().describe('When the contact last changed.'),
})

/** Contacts: leads and tenants of a storage business (seed 001). */
export const contacts = defineCategory('contacts', 'Contacts', [
  defineObject({
    name: 'contact',
    schema: contact,
    sample: {
      ...oliver,
      type: 'business',
      company: 'Banerjee Interiors Ltd',
      address: oliverAddress,
      source: 'storefront',
      accepts_marketing: false,
      tags: ['trade'],
      created_at: '2026-01-12T10:04:26Z',
      updated_at: '2026-01-12T10:04:26Z',
    },
    types: {
      created: 'A new contact was added, by the store or through its website.',
      updated: {
        description: "A contact's details, tags or consent changed.",
        sample: {
          phone: '+447700900871',
          accepts_marketing: true,
          tags: ['trade', 'long-term'],
          updated_at: '2026-02-04T15:37:12Z',
        },
      },
    },
  }),
])
