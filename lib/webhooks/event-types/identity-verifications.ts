import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { day, instant } from './instant'
import { personal } from './personal'
import { oliver } from './sample-world'

const identityVerification = z.looseObject({
  id: identifier.describe('Id of the verification.'),
  status: z
    .enum(['processing', 'succeeded', 'failed', 'cancelled'])
    .describe('Where the verification stands.'),
  contact_id: identifier.nullish().describe('Contact who is verified.'),
  email: personal(z.email().nullish().describe('Where the link to the verification was sent.')),
  first_name: personal(z.string().nullish().describe('Given name as on the document.')),
  last_name: personal(z.string().nullish().describe('Family name as on the document.')),
  date_of_birth: personal(day.nullish().describe('Date of birth as on the document.')),
  provider: z.string().nullish().describe('Service that does the verification.'),
  document_type: z
    .enum(['passport', 'driving_licence', 'identity_card'])
    .nullish()
    .describe('Kind of document that was shown.'),
  document_country_code: z.string().nullish().describe('ISO 3166-1 alpha-2 code of the issuing country.'),
  failure_code: z.string().nullish().describe('Why it failed, as a word for programs.'),
  failure_message: z.string().nullish().describe('Why it failed, as a sentence for people.'),
  submitted_at: instant.nullish().describe('When the document was handed in.'),
  finished_at: instant.nullish().describe('When it succeeded, failed or was cancelled.'),
  created_at: instant.optional().describe('When the verification was asked for.'),
  updated_at: instant.optional().describe('When the verification last changed.'),
})

/** Identity verification of contacts (seed 001). */
export const identityVerifications = defineCategory('identity-verification', 'Identity verification', [
  defineObject({
    name: 'identity_verification',
    schema: identityVerification,
    sample: {
      id: 'idv_6c19e03ad57f842b',
      status: 'processing',
      contact_id: oliver.id,
      email: oliver.email,
      first_name: oliver.first_name,
      last_name: oliver.last_name,
      date_of_birth: '1987-05-23',
      provider: 'stripe_identity',
      document_type: 'passport',
      document_country_code: 'GB',
      failure_code: null,
      failure_message: null,
      submitted_at: '2026-01-13T10:15:48Z',
      finished_at: null,
      created_at: '2026-01-13T09:58:03Z',
      updated_at: '2026-01-13T10:15:48Z',
    },
    types: {
      cancelled: {
        description: 'An identity verification was called off before it had a verdict.',
        sample: {
          status: 'cancelled',
          first_name: null,
          last_name: null,
          date_of_birth: null,
          document_type: null,
          document_country_code: null,
          submitted_at: null,
          finished_at: '2026-01-13T10:03:30Z',
          updated_at: '2026-01-13T10:03:30Z',
        },
      },
      failed: {
        description: "A contact's identity could not be confirmed.",
        sample: {
          status: 'failed',
          failure_code: 'document_expired',
          failure_message: 'The document has expired.',
          finished_at: '2026-01-13T10:17:22Z',
          updated_at: '2026-01-13T10:17:22Z',
        },
      },
      processing: 'A contact handed in a document and its check is under way.',
      succeeded: {
        description: "A contact's identity was confirmed.",
        sample: {
          status: 'succeeded',
          finished_at: '2026-01-13T10:17:22Z',
          updated_at: '2026-01-13T10:17:22Z',
        },
      },
    },
  }),
])
