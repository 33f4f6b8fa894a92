import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { day, instant } from './instant'
import { currency, minorUnits } from './money'
import { person, staffMember } from './person'
import { personal } from './personal'
import { leedsSite, oliver, siteManager, tenancyIds } from './sample-world'
import { site } from './site'

const deal = z.looseObject({
  id: identifier.describe('Id of the deal.'),
  title: personal(z.string().optional().describe('Title of the deal; it often names the lead.')),
  status: z.enum(['open', 'won', 'lost']).describe('Whether the deal is open, won or lost.'),
  stage: z.string().nullish().describe('Stage of the sales pipeline.'),
  contact: person.nullish().describe('The lead.'),
  site: site.nullish().describe('Site that the lead asked for.'),
  unit_type_id: identifier.nullish().describe('Unit type that the lead asked for.'),
  currency: currency.optional(),
  monthly_value: minorUnits.nullish().describe('Rent per month if the deal is won.'),
  expected_move_in_on: day.nullish().describe('Day on which the lead wants to move in.'),
  source: z.string().nullish().describe('How the lead came, such as phone, storefront or referral.'),
  owner: staffMember.nullish().describe('Who looks after the deal.'),
  lost_reason: z.string().nullish().describe('Why the deal was lost.'),
  won_at: instant.nullish().describe('When the deal was won.'),
  lost_at: instant.nullish().describe('When the deal was lost.'),
  created_at: instant.optional().describe('When the deal was created.'),
  updated_at: instant.optional().describe('When the deal last changed.'),
})

/** Deals of the sales pipeline (seed 001). */
export const deals = defineCategory('deals', 'Deals', [
  defineObject({
    name: 'deal',
    schema: deal,
    sample: {
      id: 'del_2f86a9d40c7be513',
      title: 'Oliver Banerjee, 75 sq ft from February',
      status: 'open',
      stage: 'enquiry',
      contact: oliver,
      site: leedsSite,
      unit_type_id: tenancyIds.unitType,
      currency: 'GBP',
      monthly_value: 14400,
      expected_move_in_on: '2026-02-01',
      source: 'storefront',
      owner: siteManager,
      lost_reason: null,
      won_at: null,
      lost_at: null,
      created_at: '2026-01-12T10:04:26Z',
      updated_at: '2026-01-12T10:04:26Z',
    },
    types: {
      created: 'A new deal entered the sales pipeline.',
      lost: {
        description: 'A deal was given up, with the reason where the store noted one.',
        sample: {
          status: 'lost',
          stage: 'quote_sent',
          lost_reason: 'Found a unit closer to home',
          lost_at: '2026-01-12T16:30:18Z',
          updated_at: '2026-01-12T16:30:18Z',
        },
      },
      reopened: {
        description: 'A deal that was won or lost is open again.',
        sample: { stage: 'quote_sent', updated_at: '2026-01-13T08:51:37Z' },
      },
      updated: {
        description: 'A deal changed: its stage, value, owner or move-in day.',
        sample: { stage: 'quote_sent', updated_at: '2026-01-12T11:20:05Z' },
      },
      won: {
        description: 'A deal was won: the lead becomes a tenant.',
        sample: {
          status: 'won',
          stage: 'contract_signed',
          won_at: '2026-01-13T13:05:09Z',
          updated_at: '2026-01-13T13:05:09Z',
        },
      },
    },
  }),
])
