import { z } from 'zod'

/** A moment, ISO 8601 with `Z` or an offset: `2026-01-16T14:20:00Z`. */
export const instant = z.iso.datetime({ offset: true })

/** A calendar day without a time: `2026-01-16`. */
export const day = z.iso.date()
