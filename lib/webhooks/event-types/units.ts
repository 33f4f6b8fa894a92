import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { currency, minorUnits } from './money'
import { leedsSite, oliver, tenancyIds } from './sample-world'
import { site } from './site'

const unitStatus = z.enum(['available', 'reserved', 'occupied', 'overlocked', 'repossessed', 'unavailable'])

const unit = z.looseObject({
  id: identifier.describe('Id of the unit.'),
  number: z.string().describe('Number on the door.'),
  status: unitStatus.describe('Whether and how the unit is in use.'),
  previous_status: unitStatus.nullish().describe('Status before the change; null for a new unit.'),
  status_reason: z.string().nullish().describe('Why the unit is overlocked, repossessed or unavailable.'),
  status_changed_at: instant.nullish().describe('When the status changed.'),
  site: site.nullish().describe('Site of the unit.'),
  unit_type_id: identifier.nullish().describe('Unit type.'),
  floor: z.string().nullish().describe('Floor or area of the site.'),
  width_mm: z.int().nullish().describe('Width in millimetres.'),
  depth_mm: z.int().nullish().describe('Depth in millimetres.'),
  height_mm: z.int().nullish().describe('Height in millimetres.'),
  features: z.array(z.string()).optional().describe('What sets the unit apart, such as drive_up or heated.'),
  currency: currency.optional(),
  price: minorUnits.nullish().describe('Rent per month, tax included.'),
  contact_id: identifier.nullish().describe('Contact who reserved or rents it.'),
  tenancy_id: identifier.nullish().describe('Tenancy that it belongs to now.'),
  created_at: instant.optional().describe('When the unit was created.'),
  updated_at: instant.optional().describe('When the unit last changed.'),
})

const rented = { contact_id: oliver.id, tenancy_id: tenancyIds.tenancy }

/** Storage units (seed 001). */
export const units = defineCategory('units', 'Units', [
  defineObject({
    name: 'unit',
    schema: unit,
    sample: {
      id: tenancyIds.unit,
      number: tenancyIds.unitNumber,
      status: 'available',
      previous_status: null,
      status_reason: null,
      status_changed_at: '2025-11-03T08:30:00Z',
      site: leedsSite,
      unit_type_id: tenancyIds.unitType,
      floor: 'First floor',
      width_mm: 2300,
      depth_mm: 3050,
      height_mm: 2400,
      features: ['lift', 'heated'],
      currency: 'GBP',
      price: 14400,
      contact_id: null,
      tenancy_id: null,
      created_at: '2025-11-03T08:30:00Z',
      updated_at: '2025-11-03T08:30:00Z',
    },
    types: {
      available: {
        description: 'A unit became free to let.',
        sample: {
          previous_status: 'unavailable',
          status_changed_at: '2026-01-05T15:20:41Z',
          updated_at: '2026-01-05T15:20:41Z',
        },
      },
      created: 'A new unit was added to a site.',
      deallocated: {
        description: 'A unit was taken back from the contact it was reserved for or let to.',
        sample: {
          previous_status: 'reserved',
          status_changed_at: '2026-01-14T10:07:33Z',
          updated_at: '2026-01-14T10:07:33Z',
        },
      },
      occupied: {
        description: 'A tenant moved into a unit.',
        sample: {
          ...rented,
          status: 'occupied',
          previous_status: 'reserved',
          status_changed_at: '2026-02-01T00:00:06Z',
          updated_at: '2026-02-01T00:00:06Z',
        },
      },
      overlocked: {
        description: 'A unit was locked by the store because its tenant is behind with payment.',
        sample: {
          ...rented,
          status: 'overlocked',
          previous_status: 'occupied',
          status_reason: 'Invoice overdue by 14 days',
          status_changed_at: '2026-05-15T09:00:12Z',
          updated_at: '2026-05-15T09:00:12Z',
        },
      },
      repossessed: {
        description: 'The store took possession of a unit after its tenant failed to pay.',
        sample: {
          ...rented,
          status: 'repossessed',
          previous_status: 'overlocked',
          status_reason: 'Arrears unpaid 90 days after notice',
          status_changed_at: '2026-08-14T10:30:00Z',
          updated_at: '2026-08-14T10:30:00Z',
        },
      },
      reserved: {
        description: 'A unit was reserved for a contact.',
        sample: {
          ...rented,
          status: 'reserved',
          previous_status: 'available',
          status_changed_at: '2026-01-13T09:11:57Z',
          updated_at: '2026-01-13T09:11:57Z',
        },
      },
      unavailable: {
        description: 'A unit was taken out of letting, for a repair or other use.',
        sample: {
          status: 'unavailable',
          previous_status: 'available',
          status_reason: 'Door seal being replaced',
          status_changed_at: '2026-01-02T11:45:28Z',
          updated_at: '2026-01-02T11:45:28Z',
        },
      },
      updated: {
        description: 'The details of a unit changed: its price, size, type or features.',
        sample: { price: 14900, updated_at: '2026-03-02T09:42:03Z' },
      },
    },
  }),
])
