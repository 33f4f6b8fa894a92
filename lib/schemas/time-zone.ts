import { z } from 'zod'

/** A time zone by its IANA name. */
export const timeZone = z.string().refine(isTimeZone, 'Use a time zone like Europe/Berlin.')

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)
}
