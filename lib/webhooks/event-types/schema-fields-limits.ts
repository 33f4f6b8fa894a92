import type { JsonSchema } from './json-schema'

const formats: Readonly<Record<string, string>> = {
  'date-time': 'date and time',
  date: 'date',
  email: 'e-mail address',
  uri: 'URL',
  uuid: 'UUID',
}

/**
 * What a schema says of its value beside the type, each in a few words: `date and time`, `1 to 64`, `at most 60
 * characters`. Of elements and entries it tells too; a pattern and a list of choices are not words, and are left out.
 */
export function limitsInWords(schema: JsonSchema): string[] {
  const { format, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema
  const { additionalProperties: values, propertyNames: keys } = schema
  return [
    ...(format === undefined ? [] : [formats[format] ?? format]),
    ...range(minimum, maximum),
    ...(typeof exclusiveMinimum === 'number' ? [`more than ${exclusiveMinimum}`] : []),
    ...(typeof exclusiveMaximum === 'number' ? [`less than ${exclusiveMaximum}`] : []),
    ...count(schema.minLength, schema.maxLength, 'character'),
    ...count(schema.minItems, schema.maxItems, 'element'),
    ...count(schema.minProperties, schema.maxProperties, 'entry', 'entries'),
    ...(typeof keys === 'object' ? limitsInWords(keys).map((each) => `each key: ${each}`) : []),
    ...(typeof values === 'object' ? limitsInWords(values).map((each) => `each value: ${each}`) : []),
  ]
}

function range(least: number | undefined, most: number | undefined): string[] {
  if (least === undefined) return most === undefined ? [] : [`at most ${most}`]
  return [most === undefined ? `${least} or more` : `${least} to ${most}`]
}

function count(least = 0, most: number | undefined, one: string, many = `${one}s`): string[] {
  const of = (number: number) => `${number} ${number === 1 ? one : many}`
  if (most === undefined) return least === 0 ? [] : [least === 1 ? 'not empty' : `at least ${of(least)}`]
  if (least === most) return [of(most)]
  return [least === 0 ? `at most ${of(most)}` : `${least} to ${of(most)}`]
}
