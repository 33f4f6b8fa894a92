import { z } from 'zod'

/**
 * Marks a field as personal data: e-mail, name, phone, address or free text about a person. Wrap the field's whole
 * schema, `personal(z.email().nullish().describe('…'))`; masking, erasure and the JSON Schema read the mark.
 */
export function personal<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ personal: true })
}

/** Whether this very schema bears the mark of `personal`. */
export function isPersonal(schema: z.core.$ZodType): boolean {
  return z.globalRegistry.get(schema)?.personal === true
}
