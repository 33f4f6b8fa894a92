import { z } from 'zod'
import {
  MOST_HEADERS,
  refuseHeaderName,
  refuseHeaderValue,
  repeatedHeaderNames,
  tooManyHeaders,
} from '@/lib/webhooks/custom-headers'
import { plainObject } from './plain-object'

/** The headers of a new endpoint, name → value. */
export const customHeaders = plainObject
  .pipe(z.record(z.string(), z.string('Use a text.')))
  .superRefine(addFaults)
  .meta({
    type: 'object',
    additionalProperties: { type: 'string', maxLength: 1_024 },
    maxProperties: MOST_HEADERS,
    description: 'Added to each request, name → value; of kind `api`. Values come back nowhere.',
  })

/** A merge patch of headers: a text sets one, null removes it, what is not named stays. */
export const customHeadersPatch = plainObject
  .pipe(z.record(z.string(), z.string('Use a text, or null to remove the header.').nullable()))
  .superRefine(addFaults)
  .meta({
    type: 'object',
    additionalProperties: { type: ['string', 'null'], maxLength: 1_024 },
    description: 'A merge patch: a text sets a header, null removes it, what is not named stays.',
  })

function addFaults(
  headers: Readonly<Record<string, string | null>>,
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  const add = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
  const names = Object.keys(headers)
  const repeated = repeatedHeaderNames(names)
  for (const [name, value] of Object.entries(headers)) {
    if (repeated.includes(name)) add([name], 'This name is there twice: names differ in more than case.')
    // What cannot be used may still be removed.
    if (value === null) continue
    const fault = refuseHeaderName(name) ?? refuseHeaderValue(value)
    if (fault !== null) add([name], fault)
  }
  if (names.filter((name) => headers[name] !== null).length > MOST_HEADERS) add([], tooManyHeaders)
}
