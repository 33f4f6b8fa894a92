import { z } from 'zod'

const fieldError = z
  .object({
    pointer: z.string().describe('A JSON pointer into the body, or the name of a parameter or header.'),
    code: z.string().describe('Stable, for programs.'),
    detail: z.string().describe('A sentence for people.'),
  })
  .meta({ id: 'FieldError' })

/** Every refusal: RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().describe('`urn:shopbell:problem:` and the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('A sentence for people.'),
    code: z.string().describe('Stable, for programs.'),
    request_id: z.uuid().describe('The same as in the header `x-request-id`.'),
    errors: z.array(fieldError).optional().describe('Each thing that is wrong with what was sent.'),
  })
  .meta({ id: 'Problem', description: 'A refusal, in the form of RFC 9457.' })
