import { z } from 'zod'

// Longer texts are of none: no expression shall be busy with them.
const LONGEST = 2_048

const schemas: Readonly<Record<string, z.ZodType>> = {
  'date-time': z.iso.datetime({ offset: true }),
  date: z.iso.date(),
  email: z.email(),
  uri: z.url(),
  uuid: z.guid(),
  ipv4: z.ipv4(),
  ipv6: z.ipv6(),
}

/** The formats of texts that are checked; others say something to people alone. */
export const checkedFormats: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [
    name,
    (text: string) => text.length <= LONGEST && schema.safeParse(text).success,
  ]),
)
