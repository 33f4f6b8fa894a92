import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { personal } from './personal'
import { leedsSite, oliver, siteManager, tenancyIds } from './sample-world'
import { site } from './site'

const signatory = z.looseObject({
  role: z.enum(['tenant', 'store']).describe('For whom the person signs.'),
  full_name: personal(z.string().describe('Name of the person who signs.')),
  email: personal(z.email().nullish().describe('Where the contract is sent for signing.')),
  signed_at: instant.nullish().describe('When the person signed; null before.'),
  ip_address: personal(z.string().nullish().describe('IP address of the signature.')),
})

const contract = z.looseObject({
  id: identifier.describe('Id of the contract.'),
  number: z.string().optional().describe('Contract number on the document.'),
  title: z.string().optional().describe('Title of the document.'),
  status: z.enum(['draft', 'sent', 'signed', 'void']).describe('Where the contract stands.'),
  contact_id: identifier.nullish().describe('Contact who rents.'),
  tenancy_id: identifier.nullish().describe('Tenancy that the contract is about.'),
  unit_id: identifier.nullish().describe('Unit that is rented.'),
  site: site.nullish().describe('Site of the unit.'),
  signatories: z.array(signatory).optional().describe('Who has to sign, in order.'),
  document_url: z.url().nullish().describe('Where the document can be read, for those signed in.'),
  sent_at: instant.nullish().describe('When the contract was sent for signing.'),
  signed_at: instant.nullish().describe('When the last signature was given.'),
  created_at: instant.optional().describe('When the contract was created.'),
  updated_at: instant.optional().describe('When the contract last changed.'),
})

const tenant = { role: 'tenant' as const, full_name: 'Oliver Banerjee', email: oliver.email }
const store = { role: 'store' as const, full_name: siteManager.full_name, email: siteManager.email }

/** Contracts of tenancies (seed 001). */
export const contracts = defineCategory('contracts', 'Contracts', [
  defineObject({
    name: 'contract',
    schema: contract,
    sample: {
      id: tenancyIds.contract,
      number: 'CTR-2026-0093',
      title: 'Self-storage licence agreement, unit B117',
      status: 'sent',
      contact_id: oliver.id,
      tenancy_id: tenancyIds.tenancy,
      unit_id: tenancyIds.unit,
      site: leedsSite,
      signatories: [
        { ...tenant, signed_at: null, ip_address: null },
        { ...store, signed_at: null, ip_address: null },
      ],
      document_url: 'https://backoffice.northgate.example/contracts/CTR-2026-0093',
      sent_at: '2026-01-13T09:12:00Z',
      signed_at: null,
      created_at: '2026-01-13T09:11:58Z',
      updated_at: '2026-01-13T09:12:00Z',
    },
    types: {
      created: 'A rental contract was made out for a contact and is ready to sign.',
      signed: {
        description: 'Everyone who has to sign a contract has signed it.',
        sample: {
          status: 'signed',
          signatories: [
            { ...tenant, signed_at: '2026-01-13T12:46:20Z', ip_address: '192.0.2.147' },
            { ...store, signed_at: '2026-01-13T13:05:09Z', ip_address: '192.0.2.10' },
          ],
          signed_at: '2026-01-13T13:05:09Z',
          updated_at: '2026-01-13T13:05:09Z',
        },
      },
    },
  }),
])
