import { describe, expect, it } from 'vitest'
import type { JsonSchema } from './json-schema'
import { limitsInWords } from './schema-fields-limits'

describe('limitsInWords', () => {
  const said: [JsonSchema, string[]][] = [
    [{ type: 'integer', minimum: 1, maximum: 64 }, ['1 to 64']],
    [{ type: 'integer', minimum: 0 }, ['0 or more']],
    [{ type: 'number', maximum: 9 }, ['at most 9']],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, ['more than 0', 'less than 1']],
    [{ type: 'string', maxLength: 60 }, ['at most 60 characters']],
    [{ type: 'string', minLength: 0, maxLength: 60 }, ['at most 60 characters']],
    [{ type: 'string', minLength: 1, maxLength: 60 }, ['1 to 60 characters']],
    [{ type: 'string', minLength: 3, maxLength: 5 }, ['3 to 5 characters']],
    [{ type: 'string', minLength: 2, maxLength: 2 }, ['2 characters']],
    [{ type: 'string', minLength: 1 }, ['not empty']],
    [{ type: 'string', minLength: 4 }, ['at least 4 characters']],
    [{ type: 'string', format: 'date-time' }, ['date and time']],
    [{ type: 'string', format: 'uri', maxLength: 2048 }, ['URL', 'at most 2048 characters']],
    [{ type: 'string', format: 'ipv4' }, ['ipv4']],
    [{ type: 'array', minItems: 1, maxItems: 500 }, ['1 to 500 elements']],
    [
      {
        type: 'object',
        maxProperties: 50,
        propertyNames: { type: 'string', maxLength: 40 },
        additionalProperties: { type: 'string', maxLength: 500 },
      },
      ['at most 50 entries', 'each key: at most 40 characters', 'each value: at most 500 characters'],
    ],
    [{ type: 'string', pattern: '^a$' }, []],
    [{}, []],
  ]
  it.each(said)('of %j', (schema, words) => {
    expect(limitsInWords(schema)).toEqual(words)
  })
})
