import { z } from 'zod'
import { eventId } from '@/lib/http/dated/public-id-schema'
import { seconds } from '@/lib/http/dated/shared-schemas'

/** What an endpoint of version `2025-09` receives, of whichever event type. */
export const payloadSchema = z
  .object({
    id: eventId,
    type: z.string().describe('The event type.'),
    created: z.int().describe('When it happened, in Unix seconds.'),
    timestamp: seconds.describe('The same as a text.'),
    api_version: z.literal('2025-09'),
    data: z.object({ object: z.looseObject({}) }).describe('What it happened to.'),
    test: z.literal(true).optional().describe('There where it is a test send alone.'),
  })
  .meta({ id: 'Payload', description: 'The body of the request, the same bytes on every attempt.' })
