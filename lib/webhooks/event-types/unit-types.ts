import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { currency, minorUnits } from './money'
import { leedsSite, tenancyIds } from './sample-world'
import { site } from './site'

const unitType = z.looseObject({
  id: identifier.describe('Id of the unit type.'),
  name: z.string().describe('Name that customers see.'),
  code: z.string().nullish().describe('Short code on plans and price lists.'),
  description: z.string().nullish().describe('What fits into such a unit.'),
  site: site.nullish().describe('Site that offers it; null for all sites.'),
  area_square_feet: z.number().nullish().describe('Floor area in square feet.'),
  width_mm: z.int().nullish().describe('Width in millimetres.'),
  depth_mm: z.int().nullish().describe('Depth in millimetres.'),
  height_mm: z.int().nullish().describe('Height in millimetres.'),
  features: z.array(z.string()).optional().describe('What all such units have, such as drive_up or heated.'),
  currency: currency.optional(),
  price: minorUnits.describe('Rent per month, tax included.'),
  units_total: z.int().optional().describe('How many units of this type there are.'),
  units_available: z.int().optional().describe('How many of them are free to let.'),
  active: z.boolean().optional().describe('Whether customers can book it.'),
  created_at: instant.optional().describe('When the unit type was created.'),
  updated_at: instant.optional().describe('When the unit type last changed.'),
})

/** Unit types: what customers choose among (seed 001). */
export const unitTypes = defineCategory('unit-types', 'Unit types', [
  defineObject({
    name: 'unit_type',
    schema: unitType,
    sample: {
      id: tenancyIds.unitType,
      name: 'Garage size, first floor',
      code: 'L1-75',
      description: 'Room for the contents of a two-bedroom flat.',
      site: leedsSite,
      area_square_feet: 75.5,
      width_mm: 2300,
      depth_mm: 3050,
      height_mm: 2400,
      features: ['lift', 'heated'],
      currency: 'GBP',
      price: 14400,
      units_total: 0,
      units_available: 0,
      active: true,
      created_at: '2025-11-03T08:12:00Z',
      updated_at: '2025-11-03T08:12:00Z',
    },
    types: {
      created: 'A new type of unit was set up.',
      updated: {
        description: 'A unit type changed: its price, its texts or whether it can be booked.',
        sample: {
          price: 14900,
          units_total: 24,
          units_available: 7,
          updated_at: '2026-03-02T09:41:17Z',
        },
      },
    },
  }),
])
