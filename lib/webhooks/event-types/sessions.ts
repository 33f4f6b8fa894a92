import { z } from 'zod'
import { defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { personal } from './personal'

const session = z.looseObject({
  id: identifier.describe('Id of the session.'),
  customer_id: identifier.nullish().describe('Customer who is signed in; null for a guest.'),
  ip_address: personal(z.string().nullish().describe('IP address of the visitor.')),
  country_code: z.string().nullish().describe('ISO 3166-1 alpha-2 code of the country of the visitor.'),
  user_agent: z.string().nullish().describe('What the browser calls itself.'),
  device: z.enum(['desktop', 'mobile', 'tablet']).nullish().describe('Kind of device.'),
  locale: z.string().nullish().describe('Language of the browser, a BCP 47 tag such as en-GB.'),
  landing_page: z.url().nullish().describe('First page of the visit.'),
  referrer: z.url().nullish().describe('Page that the visitor came from.'),
  utm_source: z.string().nullish().describe('Source of the campaign.'),
  utm_medium: z.string().nullish().describe('Medium of the campaign.'),
  utm_campaign: z.string().nullish().describe('Name of the campaign.'),
  fbclid: personal(z.string().nullish().describe('Click id of a Facebook advertisement.')),
  gclid: personal(z.string().nullish().describe('Click id of a Google advertisement.')),
  created_at: instant.optional().describe('When the visit began.'),
})

/** A visit to the store (seed 002, whose URL placeholders read `fbclid` from it). */
export const sessions = defineObject({
  name: 'session',
  schema: session,
  sample: {
    id: 904417,
    customer_id: null,
    ip_address: '203.0.113.84',
    country_code: 'GB',
    user_agent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1',
    device: 'mobile',
    locale: 'en-GB',
    landing_page: 'https://shop.northgate.example/moving-supplies',
    referrer: 'https://social.example/',
    utm_source: 'facebook',
    utm_medium: 'paid_social',
    utm_campaign: 'new-year-move',
    fbclid: 'IwAR2kV9xTq0mEoYb3sJd7LhZ5uWnP1cR8fGa4',
    gclid: null,
    created_at: '2026-01-15T18:20:11Z',
  },
  types: {
    created: 'A visitor came to the store and a new session began.',
  },
})
