import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { currency, minorUnits } from './money'
import { tenancyIds } from './sample-world'

const protectionLevel = z.looseObject({
  id: identifier.describe('Id of the protection level.'),
  name: z.string().describe('Name that tenants see.'),
  description: z.string().nullish().describe('What is covered, in a few words.'),
  currency: currency.optional(),
  coverage_limit: minorUnits.describe('Value of the goods that is covered at most.'),
  price: minorUnits.describe('Price for one billing period, tax included.'),
  billing_period: z.enum(['weekly', 'monthly', 'yearly']).optional().describe('How often the price is due.'),
  tax_rate: z.number().nullish().describe('Tax rate in per cent that the price includes.'),
  position: z.int().optional().describe('Place in the list that tenants choose from, from 1.'),
  active: z.boolean().optional().describe('Whether new tenants can choose it.'),
  created_at: instant.optional().describe('When the protection level was created.'),
  updated_at: instant.optional().describe('When the protection level last changed.'),
})

/** Protection (insurance of the stored goods) that tenants choose (seed 001). */
export const protectionLevels = defineCategory('protection-levels', 'Protection levels', [
  defineObject({
    name: 'protection_level',
    schema: protectionLevel,
    sample: {
      id: tenancyIds.protectionLevel,
      name: 'Standard protection',
      description: 'Theft, fire and water damage for goods worth up to £3,000.',
      currency: 'GBP',
      coverage_limit: 300000,
      price: 1120,
      billing_period: 'monthly',
      tax_rate: 12,
      position: 2,
      active: true,
      created_at: '2025-09-01T08:00:00Z',
      updated_at: '2025-09-01T08:00:00Z',
    },
    types: {
      created: 'A new protection level was set up for tenants to choose.',
      updated: {
        description: 'A protection level changed: its price, its cover or whether it is offered.',
        sample: { price: 1232, updated_at: '2026-03-02T09:30:21Z' },
      },
    },
  }),
])
