import { z } from 'zod'

/** An instant in a query, as ISO 8601 with a zone. */
export const instantText = z.iso
  .datetime({ offset: true, error: 'Use a time like 2025-02-22T14:41:00Z.' })
  .transform((text) => new Date(text))
