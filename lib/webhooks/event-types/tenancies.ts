import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { day, instant } from './instant'
import { currency, minorUnits } from './money'
import { person } from './person'
import { leedsSite, oliver, tenancyIds } from './sample-world'
import { site } from './site'

const tenancy = z.looseObject({
  id: identifier.describe('Id of the tenancy.'),
  status: z.enum(['upcoming', 'active', 'ended']).describe('Where the tenancy stands.'),
  contact: person.nullish().describe('The tenant.'),
  site: site.nullish().describe('Site of the unit.'),
  unit_id: identifier.nullish().describe('Unit that is rented.'),
  unit_number: z.string().nullish().describe('Number on the door of the unit.'),
  subscription_id: identifier.nullish().describe('Subscription that pays for it.'),
  contract_id: identifier.nullish().describe('Contract that was signed for it.'),
  protection_level_id: identifier.nullish().describe('Protection level that was chosen.'),
  currency: currency.optional(),
  rent: minorUnits.optional().describe('Rent for one billing period, tax included.'),
  deposit: minorUnits.nullish().describe('Deposit that is held.'),
  move_in_on: day.nullish().describe('First day of the tenancy.'),
  move_out_on: day.nullish().describe('Last day, once it is known.'),
  started_at: instant.nullish().describe('When the tenancy started.'),
  created_at: instant.optional().describe('When the tenancy was created.'),
  updated_at: instant.optional().describe('When the tenancy last changed.'),
})

/** Tenancies: who rents which unit (seed 001). */
export const tenancies = defineCategory('tenancies', 'Tenancies', [
  defineObject({
    name: 'tenancy',
    schema: tenancy,
    sample: {
      id: tenancyIds.tenancy,
      status: 'upcoming',
      contact: oliver,
      site: leedsSite,
      unit_id: tenancyIds.unit,
      unit_number: tenancyIds.unitNumber,
      subscription_id: tenancyIds.subscription,
      contract_id: tenancyIds.contract,
      protection_level_id: tenancyIds.protectionLevel,
      currency: 'GBP',
      rent: 14400,
      deposit: 10000,
      move_in_on: '2026-02-01',
      move_out_on: null,
      started_at: null,
      created_at: '2026-01-13T09:11:57Z',
      updated_at: '2026-01-13T09:11:57Z',
    },
    types: {
      created: 'A unit was let to a contact; the tenancy may start on a later day.',
      started: {
        description: 'A tenancy began and the tenant may use the unit.',
        sample: {
          status: 'active',
          started_at: '2026-02-01T00:00:06Z',
          updated_at: '2026-02-01T00:00:06Z',
        },
      },
    },
  }),
])
